import { stat } from 'node:fs/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { usedBytes } from '../../src/engine/statements';
import { MeterfoldPage } from '../pages/meterfold-page';
import { timeBeforeSwitch } from './before-switch';
import { metersToVisit } from './figures';
import { watchEngineMemory } from './engine-memory';
import type { MaterialisedFigures, PageFigures } from './figures';
import { FLEET_TOTALS, HOUR_PROFILE, MATERIALISED } from './fleet-questions';
import { longestTask, watchLongTasks } from './long-tasks';
import { PageGuard } from './page-guard';
import { askMeterInPage } from './meter-questions';
import { askInPage } from './page-session';
import { processFigures } from './process-figures';
import { timeInPage } from './stopwatch';

const LIMIT_MS = 1_200_000;
/** What a person takes to find a file. The page rehearses on its sample meanwhile. */
export const CHOOSING_MS = 6_000;
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
    const guard = new PageGuard(page);
    const engineMemory = await watchEngineMemory(page);
    const using: PageUse = { browser, meterfold: new MeterfoldPage(page), guard, engineMemory };
    const figures = await measurePage(using, address, source);
    const materialised = materialise ? await materialiseReadings(using) : null;
    return { page: figures, materialised };
  } finally {
    await browser.close();
  }
}

/** What a run has at hand. */
interface PageUse {
  browser: Browser;
  meterfold: MeterfoldPage;
  guard: PageGuard;
  engineMemory: () => Promise<number | null>;
}

async function measurePage(using: PageUse, address: string, source: string): Promise<PageFigures> {
  const { browser, meterfold, guard, engineMemory } = using;
  const { page } = meterfold;
  const start_ms = await guard.step('to start the page', () => startPage(page, address));
  await page.waitForTimeout(CHOOSING_MS);
  const idle = await processFigures(browser);
  const opened = await guard.step('to open the file', () => openFile(meterfold, source));
  const loaded = await processFigures(browser);
  const engine_load_bytes = await guard.step('to ask for the engine’s memory', engineMemory);
  const visits = await visitMeters(using);
  const answers = await askFleet(using);
  const visited = await processFigures(browser);
  const written = await guard.step('to export', () => exportParquet(meterfold));
  const exported = await processFigures(browser);
  return {
    start_ms,
    ...opened,
    ...visits,
    ...answers,
    ...written,
    load_cpu_ms: loaded.page.cpu_ms - idle.page.cpu_ms,
    export_cpu_ms: exported.page.cpu_ms - visited.page.cpu_ms,
    memory: {
      engine_load_bytes,
      engine_bytes: await guard.step('to ask for the engine’s memory', engineMemory),
      page_process_idle_bytes: idle.page.now,
      page_process_peak_load_bytes: loaded.page.peak,
      page_process_peak_bytes: exported.page.peak,
      browser_process_idle_bytes: idle.browser.now,
      browser_process_peak_bytes: exported.browser.peak,
      page_heap_bytes: await guard.step('to ask for the page’s memory', () => pageHeapBytes(page)),
    },
  };
}

/** Switches meters and brushes as a person does, and asks for others what their pages need. */
async function visitMeters({ meterfold, guard }: PageUse) {
  const { page } = meterfold;
  await watchLongTasks(page);
  const switch_ms = await guard.step('to switch meters', () => switchMeters(meterfold));
  const meter_ms = await guard.step('to ask for meters', () => askMeters(meterfold));
  await guard.step('to brush', () => brush(meterfold));
  const before_ms = await guard.step('to switch to “before”', () => timeBeforeSwitch(page));
  return { switch_ms, meter_ms, before_ms, longest_task_ms: await longestTask(page) };
}

async function askFleet({ meterfold: { page, status }, guard }: PageUse) {
  const totals = await guard.step('to ask for the fleet’s totals', () => askInPage(page, FLEET_TOTALS));
  const profile = await guard.step('to ask for the profile', () => askInPage(page, HOUR_PROFILE));
  const readings = readingsShown(await status.textContent());
  return { totals_ms: totals.ms, profile_ms: profile.ms, readings };
}

/**
 * Stores every reading in a table of the page's engine and asks the fleet's questions of that. That they do not
 * fit is an outcome; anything else that goes wrong ends the run.
 */
async function materialiseReadings({
  meterfold,
  guard,
  engineMemory,
}: PageUse): Promise<MaterialisedFigures> {
  const ask = (name: string, sql: string) => guard.step(name, () => askInPage(meterfold.page, sql));
  try {
    const made = await ask('to store every reading', MATERIALISED.make);
    const totals = await ask('to ask the stored readings for totals', MATERIALISED.totals);
    const profile = await ask('to ask the stored readings for the profile', MATERIALISED.profile);
    return {
      made_ms: made.ms,
      totals_ms: totals.ms,
      profile_ms: profile.ms,
      engine_bytes: await guard.step('to ask for the engine’s memory', engineMemory),
    };
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : '';
    if (!message.includes('OUT_OF_MEMORY')) throw thrown;
    // The page has ended that engine by now, and its memory is no longer there to be asked for.
    return { did_not_fit: true, engine_bytes: usedBytes(message) };
  }
}

/** Milliseconds until the first picture, and the part of them until the data is there. */
async function openFile(meterfold: MeterfoldPage, source: string) {
  const act = () => meterfold.pick(source);
  const load_ms = await timeInPage(meterfold.page, { from: 'change', until: READY, act });
  return { load_ms, open_ms: await openedAfter(meterfold.page) };
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
export async function startPage(page: Page, address: string): Promise<number> {
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
