import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { analyticalRows, columnTypes, metadataOf, type AnalyticalRow } from './exported-files';
import { expect, test } from './fence';
import { MeterfoldPage } from './pages/meterfold-page';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR_START = Date.UTC(2021, 11, 31, 22);
const SUMMER_START = Date.UTC(2022, 2, 27, 1);
const SUMMER_END = Date.UTC(2022, 9, 30, 1);
const SPRING_DAY = Date.UTC(2022, 2, 27);
const AUTUMN_DAY = Date.UTC(2022, 9, 30);
/** The slot of both odd days: it starts at 03:00 on the wall clock. */
const ODD_SLOT = 3;

interface YearFile {
  path: string;
  fileName: string;
  client_id: string;
  ext_dev_ref: string;
}

const pathOf = (fromHere: string) => fileURLToPath(new URL(fromHere, import.meta.url));

const twin: YearFile = {
  path: pathOf('../public/samples/sample-year.parquet'),
  fileName: 'sample-year.parquet',
  client_id: 'demo-client',
  ext_dev_ref: 'demo-meter-1',
};
const real: YearFile = {
  path: pathOf('../../shared/data/home_assignment_raw_data.parquet'),
  fileName: 'home_assignment_raw_data.parquet',
  client_id: '111111',
  ext_dev_ref: 'ext_device_1',
};
// The twin always stands in; the real file does not travel with the project.
const yearFiles = existsSync(real.path) ? [twin, real] : [twin];

for (const file of yearFiles) {
  test(`${file.fileName} becomes the right year, hour by hour`, async ({ page }) => {
    const meterfold = new MeterfoldPage(page);
    await meterfold.goto();
    await meterfold.pick(file.path);
    await meterfold.ready(file.fileName);
    await expectTheRightPicture(meterfold);

    const path = await meterfold.exportTo(test.info().outputPath('readings.parquet'));
    await expect(meterfold.saved).toContainText('8,760 rows');
    await expect(meterfold.saved).toContainText('876,000 (unit not stated)');
    await expectTheRightTable(path, file);
    await expectTheRightMetadata(path, file);
  });
}

async function expectTheRightPicture({ page, meter, ledger }: MeterfoldPage): Promise<void> {
  await expect(meter).toContainText('8,760 of 8,760 intervals');
  await expect(meter).toContainText('876,000 read = 876,000 shown + 0 set aside');
  await expect(meter).toContainText('1 Jan 2022 00:00');
  await expect(meter).toContainText('31 Dec 2022 23:00');
  await expect(page.getByRole('region', { name: 'Figures' })).toContainText('876,000');
  await expect(ledger).toContainText('No row and no value was set aside.');
  const days = page.getByRole('region', { name: 'The difficult days' });
  await expect(days.getByRole('article', { name: '27 March 2022' })).toContainText('23 hours');
  await expect(days.getByRole('article', { name: '30 October 2022' })).toContainText(
    '200 became 100 + 100, each flagged split; 25 hours in all',
  );
}

async function expectTheRightTable(path: string, file: YearFile): Promise<void> {
  const rows = await analyticalRows(path);
  const expected = rightAnswer(file);
  expect(rows.length).toBe(8760);
  const wrong = rows.filter((row, position) => JSON.stringify(row) !== JSON.stringify(expected[position]));
  expect(wrong.slice(0, 3)).toEqual([]);

  // The same once more in the words of the requirement, so that a mistake above cannot hide.
  const instants = rows.map((row) => row['timestamp_utc'] as number);
  expect(new Date(instants[0]!).toISOString()).toBe('2021-12-31T22:00:00.000Z');
  expect(new Date(instants.at(-1)!).toISOString()).toBe('2022-12-31T21:00:00.000Z');
  expect(new Set(instants).size).toBe(8760);
  expect(instants.slice(1).every((instant, before) => instant - instants[before]! === HOUR)).toBe(true);
  expect(rows.every((row) => row['energy'] === 100)).toBe(true);
  const split = rows.filter((row) => row['quality'] === 'split');
  expect(split.map((row) => [iso(row['timestamp_utc']), iso(row['timestamp_local'])])).toEqual([
    ['2022-10-30T00:00:00.000Z', '2022-10-30T03:00:00.000Z'],
    ['2022-10-30T01:00:00.000Z', '2022-10-30T03:00:00.000Z'],
  ]);
  expect(split.map((row) => row['utc_offset_minutes'])).toEqual([180, 120]);
  const skipped = SPRING_DAY + ODD_SLOT * HOUR;
  expect(rows.filter((row) => row['timestamp_local'] === skipped)).toEqual([]);
  expect(dayOf(rows, '2022-03-27')).toEqual({ hours: 23, energy: 2300 });
  expect(dayOf(rows, '2022-10-30')).toEqual({ hours: 25, energy: 2500 });
}

/** The analytical table of the year, from the rules of the European Union and nothing else. */
function rightAnswer({ fileName, client_id, ext_dev_ref }: YearFile): AnalyticalRow[] {
  return Array.from({ length: 8760 }, (_, position) => {
    const utc = YEAR_START + position * HOUR;
    const offset = utc >= SUMMER_START && utc < SUMMER_END ? 180 : 120;
    const local = new Date(utc + offset * 60_000);
    const date = Math.floor(local.getTime() / DAY) * DAY;
    const split = date === AUTUMN_DAY && local.getUTCHours() === ODD_SLOT;
    const weekday = local.getUTCDay() || 7;
    return {
      client_id,
      ext_dev_ref,
      fuel: 'electricity',
      channel: 'consumption',
      timestamp_utc: utc,
      timestamp_local: local.getTime(),
      utc_offset_minutes: offset,
      interval_minutes: 60,
      local_date: local.toISOString().slice(0, 10),
      local_hour: local.getUTCHours(),
      iso_weekday: weekday,
      is_weekend: weekday >= 6,
      local_month: local.getUTCMonth() + 1,
      energy: 100,
      unit: 'unknown',
      quality: split ? 'split' : 'measured',
      quality_rule: split ? 'wall_clock_summed' : null,
      source_file: fileName,
      source_row: (date - Date.UTC(2022, 0, 1)) / DAY,
      source_slot: local.getUTCHours(),
    };
  });
}

async function expectTheRightMetadata(path: string, file: YearFile): Promise<void> {
  expect(await columnTypes(path)).toMatchObject({
    timestamp_utc: 'TIMESTAMP WITH TIME ZONE',
    timestamp_local: 'TIMESTAMP',
    energy: 'DOUBLE',
  });
  const metadata = await metadataOf(path);
  expect(metadata['zone']).toBe('Europe/Vilnius');
  expect(metadata['set_aside']).toEqual([]);
  expect(metadata['sources']).toMatchObject([{ name: file.fileName, rows: 365 }]);
  expect(metadata['ledger']).toMatchObject([
    { energy_read: '876000', energy_shown: '876000', energy_set_aside: '0', energy_difference: '0' },
  ]);
}

function dayOf(rows: AnalyticalRow[], date: string): { hours: number; energy: number } {
  const day = rows.filter((row) => row['local_date'] === date);
  return { hours: day.length, energy: day.reduce((sum, row) => sum + Number(row['energy']), 0) };
}

function iso(instant: unknown): string {
  return new Date(Number(instant)).toISOString();
}
