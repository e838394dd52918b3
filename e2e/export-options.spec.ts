import { AxeBuilder } from '@axe-core/playwright';
import { columnTypes, dayDifferences, metadataOf, tableHash } from './exported-files';
import { expect, test } from './fence';
import { PHONE } from './pages/accessible';
import { MeterfoldPage } from './pages/meterfold-page';

const SOURCE = 'public/samples/sample-portfolio.parquet';

test('one meter by local day is saved as Parquet, and holds the sums of its source', async ({ page }) => {
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.tryPortfolio();
  const options = page.getByRole('dialog', { name: 'Export options' });
  await page.getByRole('button', { name: 'Export options', exact: true }).click();
  await expect(options).toContainText(/About [\d,]+ rows/);
  await expect(options.getByLabel(/^Selected in the Meters view/)).toBeDisabled();

  await options.getByLabel(/^From/).fill('2023-03-27');
  await options.getByLabel(/^To, included/).fill('2023-03-26');
  await expect(options).toContainText('the last date is before the first');
  await options.getByLabel(/^From/).fill('');
  await options.getByLabel(/^To, included/).fill('');
  await options.getByLabel(/^This meter/).check();
  await options.getByLabel('Resolution').selectOption('day');
  await expect(options).toContainText(/About \d+ rows/);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize(PHONE);
  // The page behind it is held to the same rules elsewhere.
  const { violations } = await new AxeBuilder({ page }).include('dialog[open]').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);

  const save = options.getByRole('button', { name: 'Export this' });
  const path = await meterfold.exportTo(test.info().outputPath('days.parquet'), save);
  await expect(options).toHaveCount(0);
  await expect(meterfold.saved).toContainText('energy read back equals the sum of the chosen readings');
  const { selection } = (await metadataOf(path)) as {
    selection: { series: { ext_dev_ref: string }[]; resolution: string };
  };
  expect(selection.resolution).toBe('day');
  const meter = selection.series[0]!.ext_dev_ref;
  expect((await tableHash(path)).row_count).toBeGreaterThanOrEqual(365);
  expect(await dayDifferences(path, SOURCE, meter)).toEqual([]);
  expect(await columnTypes(path)).toMatchObject({
    timestamp_utc: 'TIMESTAMP WITH TIME ZONE',
    timestamp_local: 'TIMESTAMP',
    minutes: 'INTEGER',
    coverage: 'DOUBLE',
  });

  await meterfold.pick(path);
  await expect(meterfold.story).toContainText('what was chosen in the export options');
});
