import type { Page, Worker } from '@playwright/test';

/**
 * Watches how much WebAssembly memory the engine's worker holds. The worker says so to nobody, so its
 * memory is taken note of as the engine is instantiated in it. Call before the page is opened.
 */
export function watchEngineMemory(page: Page): () => Promise<number | null> {
  const engines: Worker[] = [];
  page.on('worker', (worker) => {
    if (!/duckdb/.test(worker.url())) return;
    engines.push(worker);
    void worker.evaluate(noteMemory).catch(() => undefined);
  });
  return async () => {
    const sizes = await Promise.all(
      engines.map((worker) =>
        worker
          .evaluate(
            () => (self as unknown as { noted?: WebAssembly.Memory }).noted?.buffer.byteLength ?? null,
          )
          .catch(() => null),
      ),
    );
    return sizes.filter((size) => size !== null).sort((one, other) => other - one)[0] ?? null;
  };
}

/** Runs in the worker, before the engine's megabytes have come. */
function noteMemory(): void {
  const place = self as unknown as { noted?: WebAssembly.Memory };
  const note = (result: WebAssembly.WebAssemblyInstantiatedSource | WebAssembly.Instance) => {
    const { exports } = 'instance' in result ? result.instance : result;
    const memory = Object.values(exports).find((entry) => entry instanceof WebAssembly.Memory);
    if (memory) place.noted = memory;
    return result;
  };
  const { instantiate, instantiateStreaming } = WebAssembly;
  WebAssembly.instantiate = ((...given: Parameters<typeof instantiate>) =>
    instantiate(...given).then(note)) as unknown as typeof instantiate;
  WebAssembly.instantiateStreaming = ((...given: Parameters<typeof instantiateStreaming>) =>
    instantiateStreaming(...given).then(note)) as unknown as typeof instantiateStreaming;
}
