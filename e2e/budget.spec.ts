import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from './fence';
import { expectAccessible } from './pages/accessible';

const ASSETS = join('dist', 'assets');
/** DuckDB's client with Arrow, parquet-wasm, and the workers that turn files into what the engine takes: not the application. */
const ENGINE_OR_CODEC = /^(duckdb|arrow|parquet-wasm|codec-worker|hash-worker|input-worker)/i;
const textOf = (name: string): string => readFileSync(join(ASSETS, name), 'utf8');
/** A part of the codec that only its workers fetch. */
const isPartOfWorker = (name: string, all: readonly string[]): boolean => {
  const callers = all.filter((other) => other !== name && textOf(other).includes(name));
  return callers.length > 0 && callers.every((caller) => ENGINE_OR_CODEC.test(caller));
};
const kilobytes = (name: string): number =>
  gzipSync(readFileSync(join(ASSETS, name)), { level: 9 }).length / 1000;

test.describe('the built files', () => {
  // Measured where the tests run, so a page that is served elsewhere has none.
  test.skip(Boolean(process.env['E2E_URL']), 'needs dist');

  test('stay within the budget of what a visitor must fetch', () => {
    const all = readdirSync(ASSETS).filter((name) => name.endsWith('.js'));
    const scripts = all.filter((name) => !ENGINE_OR_CODEC.test(name) && !isPartOfWorker(name, all));
    const sizes = scripts.map((name) => [name, kilobytes(name)] as const);
    const sum = (list: typeof sizes) => list.reduce((total, [, size]) => total + size, 0);
    expect(sizes.length).toBeGreaterThan(10);
    // Every view with the SQL console and its editor, and every dialog.
    expect(sum(sizes), JSON.stringify(sizes)).toBeLessThan(450);
    // Data and texts are files of their own, not scripts: holidays, SQL, contracts, the pages of the platform design.
    const scripted = scripts.map(textOf).join('');
    expect(scripted).not.toContain('Boxing Day');
    expect(scripted).not.toContain('A data platform for');
    expect(scripted).not.toMatch(/from meter_day|One row per series and/i);
    expect(readdirSync('dist')).toContain('holidays.json');

    // What the page itself names: fetched before anything is shown.
    const first = readFileSync(join('dist', 'index.html'), 'utf8');
    const named = sizes.filter(([name]) => first.includes(name));
    expect(named.length).toBeGreaterThan(1);
    expect(first).not.toMatch(/assets\/(sql-view|platform)/);
    expect(sum(named), JSON.stringify(named)).toBeLessThan(250);
  });
});

test('the empty page is painted before the engine has arrived, and counts its bytes', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Daily meter arrays in, true hours out');
  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeEnabled();
  await expect(page.getByRole('progressbar', { name: 'Loading the engine' })).toBeVisible();
  await expect(page.getByText(/^Loading the engine once: 0 bytes/)).toBeVisible();
  const painted = await page.evaluate(() =>
    performance.getEntriesByName('first-contentful-paint').map(({ startTime }) => startTime),
  );
  expect(painted).toHaveLength(1);
  // A machine with much else to do may be slow; an engine that must come first would never be.
  expect(painted[0]).toBeLessThan(5_000);

  // What is being opened meanwhile says so accessibly, in both themes and at both widths.
  await page.getByRole('button', { name: 'Try the sample' }).click();
  const progress = page.getByRole('region', { name: 'Progress' });
  await expect(progress.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await expectAccessible(page);
  await expect(progress).toBeVisible();
  release();
  await expect(page.getByRole('status')).toHaveText(/^sample-year.parquet.*ready$/, { timeout: 60_000 });
});
