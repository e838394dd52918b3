import { runEtlCommand } from './command-line';
import { oddFiles } from './corpus/odd-files';
import { writeInto } from './corpus/write-file';
import { analyticalRows, metadataOf, tableHash, type TableHash } from './exported-files';
import type { Locator } from '@playwright/test';
import { expect, test } from './fence';
import { visibleDifferences } from './pages/compare-pictures';
import { MeterfoldPage } from './pages/meterfold-page';

/** Values differ from slot to slot, so that a shifted hour changes rows and picture. */
const FILE = 'wall-clock-summed';
const FILE_NAME = `${FILE}.parquet`;

const DATA_ZONES = ['Europe/Lisbon', 'Asia/Kathmandu', 'Australia/Lord_Howe'];
const BROWSER_ZONES = ['Europe/Vilnius', 'America/Los_Angeles', 'Asia/Kolkata'];

test('an unknown zone is refused, and the zone stays as it was', async ({ page }) => {
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.trySample();
  await meterfold.chooseZone('Mars/Olympus_Mons');
  await meterfold.expectRefusal('UNKNOWN_ZONE');
  await expect(meterfold.refusal).toContainText('“Mars/Olympus_Mons”');
  await expect(meterfold.zone).toHaveValue('Europe/Vilnius');
  await meterfold.ready('sample-year.parquet: 1 meter, 8,760 intervals');
  await expect(meterfold.meter).toContainText('Europe/Vilnius');
});

test('changing the zone gives what the command line gives for it', async ({ page }) => {
  test.slow();
  const meterfold = new MeterfoldPage(page);
  const input = await writeFile();
  await meterfold.goto();
  await meterfold.pick(input);
  await meterfold.ready(FILE_NAME);
  const hashes = new Set<string>();
  for (const zone of DATA_ZONES) {
    await meterfold.chooseZone(zone);
    await expect(meterfold.meter).toContainText(zone);
    await meterfold.ready(FILE_NAME);
    const name = zone.replace('/', '-');
    const exported = await meterfold.exportTo(test.info().outputPath(`${name}.page.parquet`));
    const expected = test.info().outputPath(`${name}.command.parquet`);
    const run = await runEtlCommand([input, '--zone', zone, '--out', expected]);
    expect(run.exitCode, run.stderr).toBe(0);
    const table = await tableHash(exported);
    expect(table).toEqual(await tableHash(expected));
    hashes.add(table.content_hash);
    expect((await metadataOf(exported))['zone']).toBe(zone);
    const [first] = await analyticalRows(exported);
    expect(new Date(first!['timestamp_local'] as number).toISOString()).toBe('2022-01-01T00:00:00.000Z');
  }
  expect(hashes.size).toBe(DATA_ZONES.length);
});

test('the zone of the browser changes neither picture nor export', async ({ browser }) => {
  test.slow();
  const input = await writeFile();
  let first: Seen | null = null;
  for (const timezoneId of BROWSER_ZONES) {
    const meterfold = await MeterfoldPage.inNewContext(browser, { timezoneId, reducedMotion: 'reduce' });
    const { page } = meterfold;
    const zoneOfBrowser = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
    // Chromium still calls Kolkata by its old name.
    expect(zoneOfBrowser.replace('Calcutta', 'Kolkata')).toBe(timezoneId);
    const seen = await seeAndExport(meterfold, input, timezoneId.replace('/', '-'));
    first ??= seen;
    expect(seen.table, timezoneId).toEqual(first.table);
    for (const view of ['whole', 'hours'] as const) {
      expect(seen[view].tables, timezoneId).toEqual(first[view].tables);
      expect(
        firstDifference(seen[view].markup, first[view].markup),
        `the markup in ${timezoneId}`,
      ).toBeNull();
      const different = await visibleDifferences(page, seen[view].picture, first[view].picture);
      expect(different, `pixels that differ in ${timezoneId}`).toBe(0);
    }
    await page.context().close();
  }
});

/** The views and the export of one browser. */
interface Seen {
  whole: View;
  hours: View;
  table: TableHash;
}

async function seeAndExport(meterfold: MeterfoldPage, input: string, name: string): Promise<Seen> {
  const { page } = meterfold;
  await meterfold.pick(input);
  await meterfold.ready(FILE_NAME);
  const whole = await viewOf(meterfold);
  await page.getByRole('button', { name: 'See on the time line' }).last().click();
  await meterfold.showsIntervals();
  const hours = await viewOf(meterfold);
  const path = await meterfold.exportTo(test.info().outputPath(`${name}.parquet`));
  return { whole, hours, table: await tableHash(path) };
}

/** What the page shows: the text of every chart's table, the drawn markup, and the pixels. */
interface View {
  tables: string[];
  markup: string;
  picture: Buffer;
}

async function viewOf({ page }: MeterfoldPage): Promise<View> {
  const main = page.getByRole('main');
  await page.mouse.move(0, 0);
  // What is asked beside the first pictures comes when it comes.
  await expect(main.locator('.skeleton, [aria-busy="true"]')).toHaveCount(0);
  await expect.poll(() => isStill(main)).toBe(true);
  // What stays at the window's edge lies where the page was scrolled to; the bar, once moved, by parts of a pixel.
  await page.evaluate(() => window.scrollTo(0, 0));
  const bar = page.locator('.explore-bar');
  const tables = await page.getByRole('table').allInnerTexts();
  expect(tables.length).toBeGreaterThan(4);
  return {
    tables,
    // Plot counts its drawings; how often a picture was drawn before it stood still is chance.
    markup: (await main.innerHTML()).replaceAll(/plot-clip-\d+/g, 'plot-clip'),
    picture: await main.screenshot({ animations: 'disabled', caret: 'hide', mask: [bar] }),
  };
}

/** Nothing is drawn any more: half a second changes nothing. */
async function isStill(main: Locator): Promise<boolean> {
  const before = await main.innerHTML();
  await main.page().waitForTimeout(500);
  return (await main.innerHTML()) === before;
}

/** Where two texts part, with what stands there in each; null when they are equal. */
function firstDifference(one: string, other: string): [string, string] | null {
  if (one === other) return null;
  let at = 0;
  while (one[at] === other[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 80), at + 160);
  return [around(one), around(other)];
}

function writeFile(): Promise<string> {
  return writeInto(
    test.info().outputPath(),
    oddFiles.find(({ name }) => name === FILE)!,
  );
}
