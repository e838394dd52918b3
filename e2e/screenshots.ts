/**
 * `npm run screenshots`: takes the pictures of `docs/screenshots` from the built page in `dist`.
 * Set E2E_URL to take them from a page that is served already.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { preview } from 'vite';
import { MeterfoldPage } from './pages/meterfold-page';
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

async function choose(meterfold: MeterfoldPage, meter: string): Promise<void> {
  await meterfold.meterOptions.filter({ hasText: meter }).click();
  await meterfold.meter.getByRole('heading', { name: meter }).waitFor();
  await meterfold.ready('sample-portfolio.parquet');
  await meterfold.page.mouse.move(0, 0);
}

async function takeAll(browser: Browser, address: string): Promise<void> {
  for (const { name, viewport, colorScheme, shoot } of SCENES) {
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
