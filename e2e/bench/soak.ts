import { expect } from '@playwright/test';
import { MeterfoldPage } from '../pages/meterfold-page';
import { watchEngineMemory } from './engine-memory';
import { WARM_FILES } from './figures';
import type { SoakResult } from './figures';
import { heapDataBytes } from './heap-data';
import { PageGuard } from './page-guard';
import { CHOOSING_MS, launchBrowser, startPage } from './page-run';
import { processFigures } from './process-figures';

const LIMIT_MS = 120_000;
/** In which what a closed file leaves behind is given back, the browser's own tidying included. */
const SETTLING_MS = 500;

/** Where the built page is served, by which browser it is shown, and the files that take turns in it. */
interface SoakPlace {
  executablePath: string;
  address: string;
  sources: readonly string[];
}

/** Memory of one tab when nothing is open, after each file. */
interface TabMemory {
  process_bytes: (number | null)[];
  heap_bytes: number[];
  engine_bytes: (number | null)[];
  /** After the last one. */
  data_bytes: number;
}

/** Opens, explores, exports and closes one file after the other in one tab, and notes the memory after each. */
export async function soak(place: SoakPlace, readings: number, files: number): Promise<SoakResult> {
  // To look at single objects costs the tab memory, which must not be in the way of what is measured afterwards.
  const warm = await useTab(place, Math.min(WARM_FILES, files));
  const { data_bytes, ...memory } = await useTab(place, files);
  return { files, readings, ...memory, warm_data_bytes: warm.data_bytes, data_bytes };
}

async function useTab({ executablePath, address, sources }: SoakPlace, files: number): Promise<TabMemory> {
  const browser = await launchBrowser(executablePath);
  const memory: TabMemory = { process_bytes: [], heap_bytes: [], engine_bytes: [], data_bytes: 0 };
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      acceptDownloads: true,
      serviceWorkers: 'block',
    });
    page.setDefaultTimeout(LIMIT_MS);
    const guard = new PageGuard(page);
    const engineMemory = await watchEngineMemory(page);
    const meterfold = new MeterfoldPage(page);
    await guard.step('to start the page', () => startPage(page, address));
    await page.waitForTimeout(CHOOSING_MS);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    for (let file = 0; file < files; file++) {
      const source = sources[file % sources.length]!;
      await guard.step(`file ${file + 1} of ${files}`, () => useFile(meterfold, source, file));
      await page.waitForTimeout(SETTLING_MS);
      await devtools.send('HeapProfiler.collectGarbage');
      const { metrics } = await devtools.send('Performance.getMetrics');
      memory.heap_bytes.push(metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0);
      memory.process_bytes.push((await processFigures(browser)).page.now);
      memory.engine_bytes.push(await engineMemory());
    }
    memory.data_bytes = await heapDataBytes(devtools);
    return memory;
  } finally {
    await browser.close();
  }
}

/** Opens a file, looks at another meter of it, exports it and closes it. */
async function useFile(meterfold: MeterfoldPage, source: string, turn: number): Promise<void> {
  const { page } = meterfold;
  await meterfold.pick(source);
  await meterfold.ready(/ready$/);
  const meters = await meterfold.meterOptions.count();
  if (meters > 1) {
    await meterfold.meterOptions.nth(1 + (turn % (meters - 1))).click();
    await meterfold.ready(/ready$/);
  }
  const download = page.waitForEvent('download');
  await meterfold.exportParquetButton.click();
  await (await download).delete();
  await page.getByRole('button', { name: 'Dismiss the saved export' }).click();
  await close(meterfold);
}

/** Closes the file from the menu of what is open, and waits until the page stands as empty as at its start. */
async function close({ page, status }: MeterfoldPage): Promise<void> {
  await page.locator('summary', { hasText: 'open file' }).click();
  await page.getByRole('button', { name: 'Close all files' }).click();
  await expect(status).toHaveText(/^Nothing is open yet/);
}
