import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFleet } from './corpus/fleet';
import { meterFile } from './corpus/meter-file';
import { seriesRows } from './corpus/meter-rows';
import { expect, test } from './fence';
import { transferOf, dropTransfer, type DroppedFile } from './pages/drop-files';
import { MeterfoldPage } from './pages/meterfold-page';

const YEAR = fileURLToPath(new URL('../public/samples/sample-year.parquet', import.meta.url));
const FLEET = { meters: 300, days: 365, resolutionMinutes: 60, seed: 5 };
const FLEET_OPEN = '300 meters, 2,628,000 intervals';
const YEAR_OPEN = 'sample-year.parquet: 1 meter, 8,760 intervals';

const yearFile: DroppedFile = { name: 'sample-year.parquet', bytes: readFileSync(YEAR) };
const may = smallFile('may.parquet', 'may-meter', '2022-05-01', '2022-05-31');
const june = smallFile('june.parquet', 'june-meter', '2022-06-01', '2022-06-30');

let folder: string;
let fleet: string;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'meterfold-open-'));
  fleet = join(folder, 'fleet.parquet');
  await writeFleet(fleet, FLEET);
});
test.afterAll(() => {
  rmSync(folder, { recursive: true });
});

let meterfold: MeterfoldPage;
test.beforeEach(async ({ page }) => {
  meterfold = new MeterfoldPage(page);
  await meterfold.goto();
});

test('a file dropped on the empty page opens', async () => {
  await meterfold.drop([yearFile]);
  await meterfold.ready(YEAR_OPEN);
});

test('the picker opens one file or several', async ({ page }) => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open files' }).click();
  expect((await chooser).isMultiple()).toBe(true);
  await (await chooser).setFiles(YEAR);
  await meterfold.ready(YEAR_OPEN);

  await meterfold.pick([may, june]);
  await meterfold.ready('2 files: 2 meters, 1,464 intervals');
  await expect(meterfold.meterOptions).toHaveCount(2);
});

test('further files are added to what is open or replace it, by choice', async ({ page }) => {
  await meterfold.drop([may]);
  await meterfold.ready('may.parquet: 1 meter, 744 intervals');
  await meterfold.drop([june], 'add');
  await meterfold.ready('2 files: 2 meters, 1,464 intervals');
  await meterfold.pick([yearFile], 'Add files');
  await meterfold.ready('3 files: 3 meters, 10,224 intervals');

  await page.getByText('3 open files').click();
  for (const name of ['may.parquet', 'june.parquet', 'sample-year.parquet']) {
    await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('SHA-256');
  }
  await page.keyboard.press('Escape');

  await meterfold.drop([june], 'replace');
  await meterfold.ready('june.parquet: 1 meter, 720 intervals');
  await page.getByText('1 open file').click();
  await page.getByRole('button', { name: 'Close all files' }).click();
  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeEnabled();
  await expect(meterfold.status).toHaveText('Nothing is open yet');
});

test('the same file added to itself changes nothing, and a sentence says so', async ({ page }) => {
  await meterfold.drop([may]);
  await meterfold.ready('may.parquet: 1 meter, 744 intervals');
  await meterfold.drop([{ ...may, name: 'may again.parquet' }], 'add');
  await expect(page.getByText('may again.parquet is open already, byte for byte')).toBeVisible();
  await meterfold.ready('may.parquet: 1 meter, 744 intervals');
});

test('a second drop while one is running is refused, and the first goes on', async ({ page }) => {
  test.slow();
  const second = await transferOf(page, [may]);
  await meterfold.pick(fleet);
  await expect(meterfold.progress).toContainText('Opening fleet.parquet');
  await dropTransfer(page, second);
  await expect(meterfold.refusal).toContainText('ALREADY_RUNNING');
  await meterfold.ready(FLEET_OPEN);
  await expect(meterfold.status).toContainText('fleet.parquet');

  await meterfold.drop([may]);
  await meterfold.ready('may.parquet: 1 meter, 744 intervals');
  await expect(meterfold.refusal).toHaveCount(0);
});

test('Cancel in mid-load keeps what was open, and the next file opens', async ({ page }) => {
  test.slow();
  await meterfold.drop([yearFile]);
  await meterfold.ready(YEAR_OPEN);
  await meterfold.pick(fleet);
  await meterfold.cancel.click();
  await expect(meterfold.progress).toHaveCount(0);
  await expect(meterfold.refusal).toHaveCount(0);
  await meterfold.ready(YEAR_OPEN);
  await expect(meterfold.meter).toContainText('8,760 of 8,760 intervals');
  // The engine still answers for what is open.
  await page.getByRole('button', { name: 'See on the time line' }).first().click();
  await meterfold.showsIntervals();

  await meterfold.pick(fleet);
  await meterfold.ready(FLEET_OPEN);
});

test('Cancel on the empty page leads back to it', async ({ page }) => {
  await meterfold.pick(fleet);
  await meterfold.cancel.click();
  await expect(meterfold.progress).toHaveCount(0);
  await expect(meterfold.status).toHaveText('Nothing is open yet');
  await page.getByRole('button', { name: 'Try the sample' }).click();
  await meterfold.ready(YEAR_OPEN);
});

function smallFile(name: string, meter: string, first: string, last: string): DroppedFile {
  const rows = seriesRows({ first, last, fields: { ext_dev_ref: meter } });
  return { name, bytes: meterFile(rows.map(({ row }) => row)) };
}
