import { MeterfoldPage } from '../pages/meterfold-page';
import { watchEngineMemory } from './engine-memory';
import type { SoakResult } from './figures';
import { PageGuard } from './page-guard';
import { launchBrowser } from './page-run';
import { processFigures } from './process-figures';

const LIMIT_MS = 120_000;

/** Opens, explores, exports and closes one file after the other in one tab, and notes the memory after each. */
export async function soak(
  executablePath: string,
  address: string,
  sources: readonly string[],
  readings: number,
  files: number,
): Promise<SoakResult> {
  const browser = await launchBrowser(executablePath);
  const result: SoakResult = { files, readings, process_bytes: [], heap_bytes: [], engine_bytes: [] };
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
    page.setDefaultTimeout(LIMIT_MS);
    const guard = new PageGuard(page);
    const engineMemory = await watchEngineMemory(page);
    const meterfold = new MeterfoldPage(page);
    await page.goto(address);
    await page.getByText('Nothing is open yet').waitFor({ state: 'attached' });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    for (let file = 0; file < files; file++) {
      const source = sources[file % sources.length]!;
      await guard.step(`file ${file + 1} of ${files}`, () => useFile(meterfold, source, file));
      await devtools.send('HeapProfiler.collectGarbage');
      const { metrics } = await devtools.send('Performance.getMetrics');
      result.heap_bytes.push(metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0);
      result.process_bytes.push((await processFigures(browser)).page.now);
      result.engine_bytes.push(await engineMemory());
      await close(meterfold);
    }
    return result;
  } finally {
    await browser.close();
  }
}

/** Opens a file, looks at another meter of it and exports it. */
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
}

/** Closes what is open, where the page has a button for that; the next file replaces it anyway. */
async function close({ page }: MeterfoldPage): Promise<void> {
  const button = page.getByRole('button', { name: /^Close (all|everything|the file)/ });
  if ((await button.count()) > 0) await button.first().click();
}
