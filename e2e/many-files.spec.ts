import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { writeFleet } from './corpus/fleet';
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
  connection.closeSync();
  instance.closeSync();
});
test.afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('twelve monthly files and many small ones open as one', async ({ page }) => {
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
  test.info().annotations.push({ type: `${PIECES} files`, description: `${Date.now() - started} ms` });
});
