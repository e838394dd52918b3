import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from './fence';

const ASSETS = join('dist', 'assets');
/** DuckDB's client with Arrow, and the workers of engine and codec: not the application. */
const ENGINE_OR_CODEC = /^(duckdb|arrow|codec-worker|hash-worker)/i;
/** Fetched only when somebody asks for it, with a bound of its own in kB beside the application's. */
const ON_DEMAND = [
  { what: 'the texts of docs/platform', name: /^platform-view/, most: 100 },
  { what: 'the holidays of every country', name: /^holidays/, most: 260 },
  { what: 'the SQL console with its editor', name: /^sql-view/, most: 170 },
];

const kilobytes = (name: string): number =>
  gzipSync(readFileSync(join(ASSETS, name)), { level: 9 }).length / 1000;

test.describe('the built files', () => {
  // Measured where the tests run, so a page that is served elsewhere has none.
  test.skip(Boolean(process.env['E2E_URL']), 'needs dist');

  test('stay within the budget of what a visitor must fetch', () => {
    const scripts = readdirSync(ASSETS).filter((name) => name.endsWith('.js') && !ENGINE_OR_CODEC.test(name));
    const sizes = scripts.map((name) => [name, kilobytes(name)] as const);
    const sum = (list: typeof sizes) => list.reduce((total, [, size]) => total + size, 0);
    const application = sizes.filter(([name]) => !ON_DEMAND.some((part) => part.name.test(name)));
    expect(application.length).toBeGreaterThan(3);
    expect(sum(application), JSON.stringify(application)).toBeLessThan(450);
    for (const { what, name, most } of ON_DEMAND) {
      expect(sum(sizes.filter(([file]) => name.test(file))), what).toBeLessThan(most);
    }

    // What the page itself names: fetched before anything is shown.
    const first = readFileSync(join('dist', 'index.html'), 'utf8');
    const named = application.filter(([name]) => first.includes(name));
    expect(named.length).toBeGreaterThan(1);
    for (const { name } of ON_DEMAND) expect(first).not.toMatch(new RegExp(`assets/${name.source.slice(1)}`));
    expect(sum(named), JSON.stringify(named)).toBeLessThan(320);
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
  release();
  await expect(page.getByRole('status')).toHaveText('Nothing is open yet', { timeout: 45_000 });
});
