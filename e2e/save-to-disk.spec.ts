import { writeFileSync } from 'node:fs';
import { tableHash } from './exported-files';
import { expect, test } from './fence';
import { MeterfoldPage } from './pages/meterfold-page';
import { answerSaveDialog, filesOnDisk } from './pages/save-dialog';

test('an export goes straight to the chosen file; when the disk is full or a person cancels, nothing of it stays', async ({
  page,
}) => {
  test.slow();
  await answerSaveDialog(page);
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.tryPortfolio();
  const saveWhere = meterfold.exportOptions.getByRole('button', { name: 'Save where…' });
  const devtools = await page.context().newCDPSession(page);
  const origin = new URL(page.url()).origin;

  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 100_000 });
  await page.keyboard.press('x');
  await saveWhere.click();
  await expect(page.getByRole('alert')).toContainText('The disk is full');
  expect(await filesOnDisk(page)).toEqual({});
  await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
  await expect(meterfold.status).toContainText('ready');

  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await page.keyboard.press('x');
  await saveWhere.click();
  await meterfold.cancel.click();
  await expect(meterfold.progress).toHaveCount(0);
  await expect(meterfold.saved).toHaveCount(0);
  expect(await filesOnDisk(page)).toEqual({});

  await page.keyboard.press('x');
  await saveWhere.click();
  await expect(meterfold.saved).toContainText('energy read back equals the ledger');
  const files = Object.entries(await filesOnDisk(page));
  expect(files.map(([name]) => name)).toEqual(['sample-portfolio.readings.parquet']);
  const path = test.info().outputPath('on-disk.parquet');
  writeFileSync(path, Buffer.from(files[0]![1].split(',')[1]!, 'base64'));
  expect((await tableHash(path)).row_count).toBe(596_496);
});
