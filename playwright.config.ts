import { defineConfig } from '@playwright/test';
import { findChromium } from './e2e/setup/chromium.mjs';

const chromium = findChromium();
// Kept for the worker processes, so that each does not search again.
if (chromium) process.env['CHROME_PATH'] = chromium;

/** Set E2E_URL to test a page that is served already; else the built page is served for the run. */
const servedElsewhere = process.env['E2E_URL'];
/** Set E2E_PORT to let several copies of the project test themselves side by side. */
const port = Number(process.env['E2E_PORT'] ?? 4273);
const baseURL = servedElsewhere ?? `http://localhost:${port}`;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // A second try tells a slow machine from a broken page; the report still names what needed it.
  retries: process.env['CI'] ? 1 : 0,
  // Pages wait for their engine and their pictures: a third keeps two cores busy meanwhile.
  workers: 3,
  timeout: 120_000,
  globalTimeout: 1_800_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL,
    browserName: 'chromium',
    timezoneId: 'Europe/Vilnius',
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    // A page kept by an earlier test would hide what the server sends; offline.spec.ts lets it in.
    serviceWorkers: 'block',
    trace: 'off',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        // A test is over before optimised code would pay for its making; what the engine answers is the same.
        '--js-flags=--liftoff-only',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // The second wall behind the fence: no name leads off this machine, whoever asks.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
      ],
    },
  },
  ...(servedElsewhere
    ? {}
    : {
        webServer: {
          command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort`,
          url: baseURL,
          timeout: 30_000,
        },
      }),
});
