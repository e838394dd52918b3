/**
 * `npm run screenshots`: takes the pictures of `docs/screenshots` from the built page in `dist`.
 * Names after it choose some of them: `npm run screenshots -- sql quality`.
 * Set E2E_URL to take them from a page that is served already.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { preview } from 'vite';
import { MeterfoldPage } from './pages/meterfold-page';
import { SqlPage } from './pages/sql-page';
import { findChromium } from './setup/chromium.mjs';

const FOLDER = join('docs', 'screenshots');
const DESKTOP = { width: 1440, height: 900 };
/** High enough for the whole page, so that nothing scrolls under the header. */
const WHOLE_PAGE = { width: 1440, height: 4200 };
const PHONE = { width: 390, height: 844 };

interface Scene {
  name: string;
  viewport: { width: number; height: number };
  colorScheme: 'light' | 'dark';
  /** Brings the page to where the picture is taken, and takes it. */
  shoot: (meterfold: MeterfoldPage, path: string) => Promise<unknown>;
}

const SCENES: readonly Scene[] = [
  {
    name: 'portfolio',
    viewport: DESKTOP,
    colorScheme: 'light',
    shoot: async (meterfold, path) => {
      await meterfold.tryPortfolio();
      await choose(meterfold, 'flat-family');
      await meterfold.page.screenshot({ path, animations: 'disabled' });
    },
  },
  {
    name: 'difficult-days',
    viewport: WHOLE_PAGE,
    colorScheme: 'light',
    shoot: async (meterfold, path) => {
      await meterfold.trySample();
      const days = meterfold.page.getByRole('region', { name: 'The difficult days' });
      await days.screenshot({ path, animations: 'disabled' });
    },
  },
  {
    name: 'meters',
    viewport: DESKTOP,
    colorScheme: 'light',
    shoot: async (meterfold, path) => {
      await meterfold.tryPortfolio();
      await openView(meterfold, 'Meters');
      await meterfold.page.getByText('…', { exact: true }).waitFor({ state: 'detached' });
      const table = meterfold.page.getByRole('region', { name: 'Meter table' });
      await table.evaluate((element) => element.scrollIntoView({ block: 'end' }));
      await meterfold.page.screenshot({ path, animations: 'disabled' });
    },
  },
  {
    name: 'quality',
    viewport: DESKTOP,
    colorScheme: 'light',
    shoot: async (meterfold, path) => {
      await meterfold.tryPortfolio();
      await choose(meterfold, 'house-electric-heating');
      await openView(meterfold, 'Quality');
      await meterfold.page.screenshot({ path, animations: 'disabled' });
    },
  },
  {
    name: 'sql',
    viewport: DESKTOP,
    colorScheme: 'dark',
    shoot: async (meterfold, path) => {
      await meterfold.tryPortfolio();
      await openView(meterfold, 'SQL');
      const sql = new SqlPage(meterfold.page);
      await sql.run(
        'select ext_dev_ref, channel, unit, round(sum(energy), 1) as energy\nfrom analytical\ngroup by all\norder by all',
      );
      await sql.row(1).waitFor();
      await meterfold.page.keyboard.press('Escape');
      await meterfold.page.mouse.click(5, 880);
      await meterfold.page.screenshot({ path, animations: 'disabled' });
    },
  },
  {
    name: 'platform',
    viewport: DESKTOP,
    colorScheme: 'light',
    shoot: async (meterfold, path) => {
      await meterfold.page.getByRole('link', { name: 'Platform', exact: true }).click();
      await meterfold.page.getByRole('heading', { level: 1 }).waitFor();
      await meterfold.page.screenshot({ path, animations: 'disabled' });
    },
  },
  {
    name: 'export-options',
    viewport: DESKTOP,
    colorScheme: 'light',
    shoot: async (meterfold, path) => {
      await meterfold.tryPortfolio();
      await meterfold.openExportOptions();
      await meterfold.exportOptions.getByLabel('Resolution').selectOption('day');
      await meterfold.exportOptions.getByLabel(/^One file per local month/).check();
      await meterfold.page.screenshot({ path, animations: 'disabled' });
    },
  },
  {
    name: 'before-and-after',
    viewport: WHOLE_PAGE,
    colorScheme: 'light',
    shoot: async (meterfold, path) => {
      await meterfold.tryPortfolio();
      const before = meterfold.page.getByRole('region', { name: 'Before and after' });
      await before.getByRole('button', { name: /^Before/ }).click();
      await before.getByRole('article').first().waitFor();
      await before.screenshot({ path, animations: 'disabled' });
    },
  },
  {
    name: 'compared',
    viewport: WHOLE_PAGE,
    colorScheme: 'light',
    shoot: async (meterfold, path) => {
      await meterfold.tryPortfolio();
      const { page } = meterfold;
      await page.getByRole('button', { name: 'Compare with…' }).click();
      await page.getByRole('button', { name: /^52 weeks earlier/ }).click();
      const hours = page.getByRole('region', { name: 'Every hour' });
      await hours.getByRole('button', { name: 'Difference' }).click();
      await page.mouse.move(0, 0);
      await hours.screenshot({ path, animations: 'disabled' });
    },
  },
  {
    name: 'phone-dark',
    viewport: PHONE,
    colorScheme: 'dark',
    shoot: async (meterfold, path) => {
      await meterfold.tryPortfolio();
      await meterfold.page
        .getByRole('region', { name: 'Figures' })
        .evaluate((element) => element.scrollIntoView({ block: 'start' }));
      await meterfold.page.screenshot({ path, animations: 'disabled' });
    },
  },
];

async function openView(meterfold: MeterfoldPage, name: string): Promise<void> {
  const { page } = meterfold;
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name }).click();
  await page.getByText(/^Fetching/).waitFor({ state: 'detached' });
  await page.locator('[aria-busy="true"], .question-loading').first().waitFor({ state: 'detached' });
  await page.waitForTimeout(1500);
  await page.mouse.move(0, 0);
}

async function choose(meterfold: MeterfoldPage, meter: string): Promise<void> {
  await meterfold.meterOptions.filter({ hasText: meter }).click();
  await meterfold.meter.getByRole('heading', { name: meter }).waitFor();
  await meterfold.ready('sample-portfolio.parquet');
  await meterfold.page.mouse.move(0, 0);
}

async function takeAll(browser: Browser, address: string): Promise<void> {
  const chosen = process.argv.slice(2);
  const scenes = SCENES.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
  for (const { name, viewport, colorScheme, shoot } of scenes) {
    const page: Page = await browser.newPage({
      baseURL: address,
      viewport,
      colorScheme,
      locale: 'en-GB',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    });
    const meterfold = new MeterfoldPage(page);
    await meterfold.goto();
    const path = join(FOLDER, `${name}.png`);
    await shoot(meterfold, path);
    await page.close();
    console.log(`Wrote ${path}`);
  }
}

mkdirSync(FOLDER, { recursive: true });
const servedElsewhere = process.env['E2E_URL'];
const server = servedElsewhere ? null : await preview({ logLevel: 'warn' });
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
try {
  await takeAll(browser, servedElsewhere ?? server?.resolvedUrls?.local[0] ?? '');
} finally {
  await browser.close();
  await server?.close();
}
