import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { writeFleet } from './corpus/fleet';
import { writePadded } from './corpus/padded-file';
import { expect, test } from './fence';
import { MeterfoldPage } from './pages/meterfold-page';

const FLEET = { meters: 5, days: 365, resolutionMinutes: 60, seed: 7 };
const READINGS = '43,800 intervals';
/** Pieces of each meter: in all 500 by `FILES=all`, and enough in every run to be many. */
const TURNS = process.env['FILES'] === 'all' ? 100 : 12;
const PIECES = FLEET.meters * TURNS;

let folder: string;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'meterfold-many-'));
  const whole = join(folder, 'whole.parquet');
  await writeFleet(whole, FLEET);
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run('create table whole as select * from read_parquet($whole)', { whole });
  const write = (into: string, condition: string) =>
    connection.run(
      `copy (select * from whole where ${condition} order by ext_dev_ref, date) to '${into}' (format parquet)`,
    );
  for (const name of ['months', 'pieces']) mkdirSync(join(folder, name));
  for (let month = 1; month <= 12; month++)
    await write(join(folder, 'months', `month-${month}.parquet`), `month(date) = ${month}`);
  for (let piece = 0; piece < PIECES; piece++) {
    const [meter, turn] = [Math.floor(piece / TURNS), piece % TURNS];
    await write(
      join(folder, 'pieces', `piece-${piece}.parquet`),
      `ext_dev_ref = 'meter-0000${meter}' and dayofyear(date) % ${TURNS} = ${turn}`,
    );
  }
  // Of 2 GB in all, with more values than a tab can hold: 12 months of 14,000 meters.
  const large = join(folder, 'large.parquet');
  await connection.run(`copy (
    select 'client' as client_id, date '2022-01-01' + day::integer as date, 'meter-' || meter as ext_dev_ref,
      list_value(${Array<number>(24).fill(100).join(', ')})::bigint[] as energy_consumption, '60min' as resolution
    from range(14000) as meters(meter), range(30) as days(day)
  ) to '${large}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
  mkdirSync(join(folder, 'large'));
  for (let month = 1; month <= 12; month++)
    writePadded(large, join(folder, 'large', `large-${month}.parquet`), 170_000_000 + month);
});
test.afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('twelve monthly files and many small ones open as one, and what would not fit is refused before it is read', async ({
  page,
}) => {
  test.setTimeout(600_000);
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await page.locator('input[aria-label="or a whole folder"]').setInputFiles(join(folder, 'months'));
  await expect(meterfold.status).toContainText(READINGS, { timeout: 120_000 });
  const pieces = readdirSync(join(folder, 'pieces')).map((name) => join(folder, 'pieces', name));
  expect(pieces).toHaveLength(PIECES);
  const started = Date.now();
  await page.locator('input[aria-label="Open files"]').setInputFiles(pieces);
  await expect(page.getByText(`${PIECES} files`).first()).toBeVisible({ timeout: 30_000 });
  await expect(meterfold.status).toContainText(READINGS, { timeout: 500_000 });
  const small = Date.now() - started;

  // Two gigabytes are refused before a row of them is read, with how much would fit; what is open stays.
  const large = readdirSync(join(folder, 'large')).map((name) => join(folder, 'large', name));
  expect(large.reduce((sum, path) => sum + statSync(path).size, 0)).toBeGreaterThan(2e9);
  await page.locator('input[aria-label="Open files"]').setInputFiles(large);
  await meterfold.expectRefusal('TOO_LARGE');
  await expect(meterfold.refusal).toContainText(/5,040,000 rows.*About 4,[\d,]+ rows would fit/);
  await expect(meterfold.refusal.getByRole('button', { name: 'Choose a period or meters' })).toBeVisible();
  await expect(meterfold.status).toContainText(READINGS);
  test.info().annotations.push({ type: `${PIECES} files`, description: `${small} ms` });
});
