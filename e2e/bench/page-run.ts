import { stat } from 'node:fs/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { MeterfoldPage } from '../pages/meterfold-page';
import { timeBeforeSwitch } from './before-switch';
import { metersToVisit } from './figures';
import { watchEngineMemory } from './engine-memory';
import type { MaterialisedFigures, PageFigures } from './figures';
import { FLEET_TOTALS, HOUR_PROFILE, MATERIALISED } from './fleet-questions';
import { longestTask, watchLongTasks } from './long-tasks';
import { askInPage, askMeterInPage } from './page-session';
import { processFigures } from './process-figures';
import { timeInPage } from './stopwatch';

const LIMIT_MS = 1_200_000;
/** What a person takes to find a file. The page rehearses on its sample meanwhile. */
const CHOOSING_MS = 6_000;
const READY = /, ready$/;
const SAVED = /^Saved .*, ready$/;

/** Starts a browser that shares nothing with the one of the run before. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
}

/** Opens the fleet in the built page, visits meters and exports, through the page's controls as a person does. */
export async function runPage(
  executablePath: string,
  address: string,
  source: string,
  materialise: boolean,
): Promise<{ page: PageFigures; materialised: MaterialisedFigures | null }> {
  const browser = await launchBrowser(executablePath);
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      acceptDownloads: true,
      serviceWorkers: 'block',
    });
    page.setDefaultTimeout(LIMIT_MS);
    const meterfold = new MeterfoldPage(page);
    const engineMemory = await watchEngineMemory(page);
    const start_ms = await startPage(page, address);
    await page.waitForTimeout(CHOOSING_MS);
    const idle = await processFigures(browser);
    const load_ms = await timeInPage(page, {
      from: 'change',
      until: READY,
      act: () => meterfold.pick(source),
    });
    const open_ms = await openedAfter(page);
    const loaded = await processFigures(browser);
    const engine_load_bytes = await engineMemory();
    await watchLongTasks(page);
    const switch_ms = await switchMeters(meterfold);
    const meter_ms = await askMeters(meterfold);
    await brush(meterfold);
    const before_ms = await timeBeforeSwitch(page);
    const longest_task_ms = await longestTask(page);
    const totals_ms = (await askInPage(page, FLEET_TOTALS)).ms;
    const profile_ms = (await askInPage(page, HOUR_PROFILE)).ms;
    const readings = readingsShown(await meterfold.status.textContent());
    const visited = await processFigures(browser);
    const { export_ms, exported_bytes } = await exportParquet(meterfold);
    const exported = await processFigures(browser);
    const figures: PageFigures = {
      start_ms,
      load_ms,
      open_ms,
      switch_ms,
      meter_ms,
      before_ms,
      totals_ms,
      profile_ms,
      export_ms,
      longest_task_ms,
      load_cpu_ms: loaded.page.cpu_ms - idle.page.cpu_ms,
      export_cpu_ms: exported.page.cpu_ms - visited.page.cpu_ms,
      readings,
      exported_bytes,
      memory: {
        engine_load_bytes,
        engine_bytes: await engineMemory(),
        page_process_idle_bytes: idle.page.now,
        page_process_peak_load_bytes: loaded.page.peak,
        page_process_peak_bytes: exported.page.peak,
        browser_process_idle_bytes: idle.browser.now,
        browser_process_peak_bytes: exported.browser.peak,
        page_heap_bytes: await pageHeapBytes(page),
      },
    };
    const materialised = materialise ? await materialiseReadings(page, engineMemory) : null;
    return { page: figures, materialised };
  } finally {
    await browser.close();
  }
}

/** Stores every reading in a table of the page's engine and asks the fleet's questions of that. */
async function materialiseReadings(
  page: Page,
  engineMemory: () => Promise<number | null>,
): Promise<MaterialisedFigures> {
  try {
    const made = await askInPage(page, MATERIALISED.make);
    const totals = await askInPage(page, MATERIALISED.totals);
    const profile = await askInPage(page, MATERIALISED.profile);
    return {
      made_ms: made.ms,
      totals_ms: totals.ms,
      profile_ms: profile.ms,
      engine_bytes: await engineMemory(),
    };
  } catch (thrown) {
    const [cause = ''] = String(thrown).split('\n');
    return { failed: cause.slice(0, 200), engine_bytes: await engineMemory() };
  }
}

/** Milliseconds from the choice of the file until the data was there, by the marks that the page sets. */
async function openedAfter(page: Page): Promise<number> {
  return page.evaluate(() => performance.getEntriesByName('meterfold:open').at(-1)?.duration ?? 0);
}

/** Brushes a month of the time line with the keys and back, as fast as the pictures follow. */
async function brush({ page }: MeterfoldPage): Promise<void> {
  const handle = page.getByRole('slider', { name: /start|begin|from/i }).first();
  if ((await handle.count()) === 0) return;
  await handle.focus();
  for (let press = 0; press < 12; press++) await page.keyboard.press('ArrowRight');
  for (let press = 0; press < 12; press++) await page.keyboard.press('ArrowLeft');
  await page.waitForTimeout(300);
}

/** Milliseconds from the start of the navigation until the engine waits for a file. */
async function startPage(page: Page, address: string): Promise<number> {
  await page.goto(address);
  const ready = await page.waitForFunction(() => {
    const status = document.querySelector('[role=status]')?.textContent ?? '';
    return /^Nothing is open yet/.test(status) ? performance.now() : false;
  });
  return Number(await ready.jsonValue());
}

/** Mean time to another meter's full picture. */
async function switchMeters({ page, meterOptions }: MeterfoldPage): Promise<number | null> {
  const places = metersToVisit(await meterOptions.count());
  let sum = 0;
  for (const place of places) {
    const option = meterOptions.nth(place);
    await option.scrollIntoViewIfNeeded();
    sum += await timeInPage(page, { from: 'click', until: READY, act: () => option.click() });
  }
  return places.length ? sum / places.length : null;
}

/** Mean time to the answers that another meter's page needs, of meters that nobody has looked at yet. */
async function askMeters({ page, meterOptions }: MeterfoldPage): Promise<number | null> {
  const places = metersToVisit(await meterOptions.count()).map((place) => place - 1);
  let sum = 0;
  for (const place of places) sum += await askMeterInPage(page, place);
  return places.length ? sum / places.length : null;
}

async function exportParquet({ page, exportParquetButton }: MeterfoldPage) {
  const download = page.waitForEvent('download');
  // When the page refuses, that is what must be told, and not that no download came.
  download.catch(() => undefined);
  const export_ms = await timeInPage(page, {
    from: 'click',
    until: SAVED,
    act: () => exportParquetButton.click(),
  });
  const path = await (await download).path();
  return { export_ms, exported_bytes: (await stat(path)).size };
}

function readingsShown(status: string | null): number {
  const count = /([\d,]+) intervals/.exec(status ?? '')?.[1];
  return Number(count?.replaceAll(',', ''));
}

async function pageHeapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
}
