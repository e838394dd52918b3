import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { tableFromIPC } from 'apache-arrow';
import { unzipSync } from 'fflate';
import { runEtlCommand } from './command-line';
import { columnTypes, dayDifferences, metadataOf, tableHash } from './exported-files';
import { expect, test } from './fence';
import { DESKTOP, PHONE } from './pages/accessible';
import { MeterfoldPage } from './pages/meterfold-page';

const SOURCE = 'public/samples/sample-portfolio.parquet';
const YEAR = 'public/samples/sample-year.parquet';

/** The estimate that the open options show, in bytes. */
async function estimateOf(meterfold: MeterfoldPage): Promise<number> {
  const text = await meterfold.exportOptions.locator('.export-bytes').textContent();
  const [number, unit] = text!.split(/\s/);
  const factor = { bytes: 1, kB: 1000, MB: 1_000_000 }[unit!]!;
  return Number(number!.replaceAll(',', '')) * factor;
}

/** Saves what the open options choose; the estimate beside the button must have been of the right size. */
async function saved(meterfold: MeterfoldPage, name: string): Promise<string> {
  const estimate = await estimateOf(meterfold);
  const path = await meterfold.exportTo(test.info().outputPath(name), meterfold.exportThis);
  await expect(meterfold.saved).toContainText('energy read back equals the sum of the chosen readings');
  const { size } = statSync(path);
  expect(size / estimate, `${name}: ${size} bytes, ${estimate} expected`).toBeGreaterThan(0.5);
  expect(size / estimate, `${name}: ${size} bytes, ${estimate} expected`).toBeLessThan(2);
  return path;
}

/** What the command line writes of the same file, which the page's export must equal. */
async function byCommand(input: string, name: string, resolution: string): Promise<string> {
  const path = test.info().outputPath(`command-${name}`);
  const run = await runEtlCommand([input, '--out', path, '--resolution', resolution]);
  expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  return path;
}

/** Saves all meters at a resolution; the estimate is held to the size elsewhere. */
async function allBy(meterfold: MeterfoldPage, resolution: string, format: RegExp, name: string) {
  await meterfold.openExportOptions();
  await meterfold.exportOptions.getByLabel('Resolution').selectOption(resolution);
  await meterfold.exportOptions.getByLabel(format).check();
  return saved(meterfold, name);
}

/** The tables of two Arrow files, as text. */
const arrowText = (path: string): string => {
  const table = tableFromIPC(readFileSync(path));
  return `${table.schema.fields.map(({ name, type }) => `${name} ${type}`).join(', ')}\n${table.toArray().join('\n')}`;
};

test('one meter by local day is saved as Parquet, and holds the sums of its source', async ({ page }) => {
  test.slow();
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.tryPortfolio();
  const options = meterfold.exportOptions;
  await page.keyboard.press('x');
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
  await options.getByText('All 19 columns').click();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize(PHONE);
  // The page behind it is held to the same rules elsewhere.
  const { violations } = await new AxeBuilder({ page }).include('dialog[open]').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);

  await page.setViewportSize(DESKTOP);
  const path = await saved(meterfold, 'days.parquet');
  await expect(options).toHaveCount(0);
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

  const days = await allBy(meterfold, 'day', /^Parquet/, 'all-days.parquet');
  const daysByCommand = await byCommand(SOURCE, 'days.parquet', 'day');
  expect(await tableHash(days)).toEqual(await tableHash(daysByCommand));
  expect(await columnTypes(days)).toEqual(await columnTypes(daysByCommand));
  const { created_at: _one, ...story } = await metadataOf(days);
  const { created_at: _other, ...storyOfCommand } = await metadataOf(daysByCommand);
  expect(story).toEqual(storyOfCommand);
  const months = await allBy(meterfold, 'month', /^CSV/, 'months.csv');
  const monthsByCommand = await byCommand(SOURCE, 'months.csv', 'month');
  expect(readFileSync(months, 'utf8')).toBe(readFileSync(monthsByCommand, 'utf8'));

  await meterfold.pick(path);
  await expect(meterfold.story).toContainText('what was chosen in the export options');
});

test('the same readings as Arrow, as few columns, and by month in a zip', async ({ page }) => {
  test.slow();
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.trySample();
  const options = meterfold.exportOptions;
  const whole = await tableHash(await meterfold.exportTo(test.info().outputPath('whole.parquet')));

  await meterfold.openExportOptions();
  await options.getByLabel(/^Arrow/).check();
  const arrow = tableFromIPC(readFileSync(await saved(meterfold, 'whole.arrow')));
  expect(arrow.numRows).toBe(Number(whole.row_count));
  expect(arrow.schema.metadata.get('meterfold.zone')).toBe('Europe/Vilnius');

  expect(arrowText(test.info().outputPath('whole.arrow'))).toBe(
    arrowText(await byCommand(YEAR, 'whole.arrow', 'native')),
  );
  const hours = await allBy(meterfold, 'hour', /^CSV/, 'hours.csv');
  expect(readFileSync(hours, 'utf8')).toBe(readFileSync(await byCommand(YEAR, 'hours.csv', 'hour'), 'utf8'));

  await meterfold.openExportOptions();
  await options.getByLabel(/^CSV/).check();
  await options.getByText('All 20 columns').click();
  await options.getByRole('button', { name: 'The few that most need' }).click();
  await options.getByLabel('fuel', { exact: true }).uncheck();
  const csv = readFileSync(await saved(meterfold, 'few.csv'), 'utf8');
  expect(csv.slice(0, csv.indexOf('\n'))).toBe(
    'ext_dev_ref,channel,timestamp_utc,timestamp_local,energy,unit,quality',
  );

  await meterfold.openExportOptions();
  await options.getByLabel(/^One file per local month/).check();
  await options.getByLabel(/^From/).fill('2022-03-27');
  await expect(options).toContainText('has a folder month=2022-03 and so on');
  await options.getByLabel(/^From/).fill('');
  await expect(options).toContainText('has a folder month=2022-01 and so on');
  const zip = await saved(meterfold, 'months.zip');
  const folder = test.info().outputPath('months');
  const files = unzipSync(readFileSync(zip));
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  expect(readdirSync(folder)).toContain('month=2022-03');
  expect(JSON.parse(Buffer.from(files['meterfold.json']!).toString())).toHaveProperty(['meterfold.sql']);
  // Read as one table, they are the analytical table itself.
  expect(await tableHash(`${folder}/*/*.parquet`)).toEqual(whole);
});
