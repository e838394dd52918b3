import type { Page } from '@playwright/test';
import { exhaustEngineMemory, watchEngineMemory } from './bench/engine-memory';
import { askInPage } from './bench/page-session';
import { expect, test } from './fence';
import { MeterfoldPage } from './pages/meterfold-page';
import { answerSaveDialog, filesOnDisk } from './pages/save-dialog';

const MIB = 2 ** 20;

/**
 * Leaves the engine in the state of one whose file was almost too large: 640 MB of numbers in a table, and no more
 * to be had than what lies between them.
 */
async function takeMemory(page: Page): Promise<void> {
  await askInPage(page, 'create or replace table taken as select range as number from range(80000000)');
  await exhaustEngineMemory(page, 64 * 1024);
}

/** Stops an export where its file has just been opened, until it may go on. */
async function holdWriting(page: Page) {
  const codec = page.workers().find((worker) => worker.url().includes('codec-worker'));
  if (!codec) throw new Error('no Parquet worker is at hand');
  await codec.evaluate(`(() => {
    const open = FileSystemFileHandle.prototype.createWritable;
    self.opened = new Promise((resolve) => { self.told = resolve; });
    const mayGoOn = new Promise((resolve) => { self.goOn = resolve; });
    FileSystemFileHandle.prototype.createWritable = async function (...options) {
      const stream = await open.apply(this, options);
      self.told();
      await mayGoOn;
      return stream;
    };
  })()`);
  return { opened: () => codec.evaluate('self.opened'), goOn: () => codec.evaluate('self.goOn()') };
}

test('a picture, then an export that run out of memory: said where it happened, nothing left behind, all there again', async ({
  page,
}) => {
  test.slow();
  const engineBytes = await watchEngineMemory(page);
  await answerSaveDialog(page);
  const downloads: string[] = [];
  page.on('download', (download) => downloads.push(download.suggestedFilename()));
  const meterfold = new MeterfoldPage(page);
  const card = meterfold.refusal.filter({ has: page.locator('code') });
  const restarted = async (sentence: string) => {
    await expect(card.locator('code')).toHaveText('RESTARTED_FOR_MEMORY', { timeout: 45_000 });
    await expect(card).toContainText(sentence);
    await expect(meterfold.ledger).toContainText('298,248 intervals');
    expect((await engineBytes())!).toBeLessThan(300 * MIB);
    await card.getByRole('button', { name: 'Dismiss' }).click();
  };
  await meterfold.goto();
  await meterfold.tryPortfolio();

  await takeMemory(page);
  const fourth = meterfold.meterOptions.nth(3);
  await fourth.click();
  await restarted('A picture or table of this page could not get the memory it needed.');
  // The same meter is drawn again, but for what ran out: it says so where it would stand, and waits to be asked.
  await expect(fourth).toHaveAttribute('aria-selected', 'true');
  await expect(meterfold.status).toHaveText(/\d pictures? could not be drawn$/, { timeout: 45_000 });
  const failed = page.locator('.question-failed');
  await expect(failed.first()).toContainText('The memory ran out');
  await failed.getByRole('button', { name: 'Try again' }).evaluateAll((buttons: HTMLElement[]) => {
    for (const button of buttons) button.click();
  });
  await meterfold.ready('sample-portfolio.parquet');

  const saveWhere = meterfold.exportOptions.getByRole('button', { name: 'Save where…' });
  await page.keyboard.press('x');
  const { opened, goOn } = await holdWriting(page);
  await saveWhere.click();
  await opened();
  await takeMemory(page);
  await goOn();
  await restarted('The export could not get the memory it needed.');
  await meterfold.ready('sample-portfolio.parquet');
  expect(await filesOnDisk(page)).toEqual({});
  expect(downloads).toEqual([]);
  await expect(meterfold.saved).toHaveCount(0);

  await page.keyboard.press('x');
  await saveWhere.click();
  await expect(meterfold.saved).toContainText('energy read back equals the ledger');
  expect(Object.keys(await filesOnDisk(page))).toEqual(['sample-portfolio.readings.parquet']);
});
