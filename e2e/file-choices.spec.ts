import { readFileSync } from 'node:fs';
import { meterFile } from './corpus/meter-file';
import { seriesRows } from './corpus/meter-rows';
import { shapedFiles } from './corpus/shaped-files';
import { metadataOf } from './exported-files';
import { expect, test } from './fence';
import { MeterfoldPage } from './pages/meterfold-page';

test('clock changes are chosen for one file of several, weighed first, and told by the export', async ({
  page,
}) => {
  const year = seriesRows({ first: '2022-01-01', last: '2022-12-31', fields: { ext_dev_ref: 'meter-2' } });
  const wide = shapedFiles.find(({ name }) => name === 'wide-h1-h24')!;
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.drop([
    { name: wide.fileName, bytes: new TextEncoder().encode(wide.text) },
    { name: 'year.parquet', bytes: meterFile(year.map(({ row }) => row)) },
  ]);
  await meterfold.ready('2 meters');

  const days = page.getByRole('region', { name: 'The difficult days' });
  const preview = days.getByRole('region', { name: 'What this choice would change' });
  await days.getByText('File by file: 2 files, read in 1 way').click();
  await days.getByLabel('Clock changes in year.parquet').selectOption('fixed-offset');
  await expect(preview).toContainText('year.parquet would be read so: a clock that never changes');
  await expect(preview).toContainText('In wide-h1-h24.csv no interval and no energy would change.');
  await days.getByLabel('Clock of year.parquet').selectOption({ label: 'UTC+5:45, all year' });
  await expect(preview).toContainText('366 of 366 days');
  await preview.getByRole('button', { name: 'Apply this choice' }).click();
  await expect(days.getByText('File by file: 2 files, read in 2 ways')).toBeVisible();
  await expect(days.getByLabel('How clock changes are written')).toHaveValue('mixed');

  const path = await meterfold.exportTo(test.info().outputPath('both.parquet'));
  const { policies } = await metadataOf(path);
  expect(policies).toMatchObject({
    fileConventions: { 'year.parquet': 'fixed-offset' },
    fileClockOffsets: { 'year.parquet': 345 },
  });
  await meterfold.drop([{ name: 'both.parquet', bytes: readFileSync(path) }]);
  await expect(meterfold.story).toContainText('year.parquet: A clock that never changes');
  await expect(meterfold.story).toContainText('year.parquet: UTC+5:45');
  await expect(meterfold.story).toContainText('Found: CSV, a column for each slot of the day: 24 columns');
  await expect(meterfold.story).toContainText('Clock changes: a clock that never changes (chosen)');
  await meterfold.story.getByRole('button', { name: 'Dismiss the story' }).click();

  // A choice for all files holds for each.
  await days.getByLabel('How clock changes are written').selectOption('auto');
  await preview.getByRole('button', { name: 'Apply this choice' }).click();
  await expect(days.getByText('File by file: 2 files, read in 1 way')).toBeVisible();
});
