import type { Page, Worker } from '@playwright/test';

const ENGINE_SCRIPT = /duckdb-browser[^/]*worker[^/]*\.js/;

/**
 * Runs in the worker before the engine's megabytes have come: takes note of the memory of whatever is
 * instantiated. Text, because the compiler would wrap functions in a call that the worker does not know.
 */
const NOTE_MEMORY = `(() => {
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name].bind(WebAssembly);
    WebAssembly[name] = async (source, imports) => {
      const result = await original(source, imports);
      const entries = [...Object.values((result.instance ?? result).exports), ...Object.values(imports?.env ?? {})];
      self.notedMemory = entries.find((entry) => entry instanceof WebAssembly.Memory) ?? self.notedMemory;
      self.notedMalloc = (result.instance ?? result).exports.malloc ?? self.notedMalloc;
      return result;
    };
  }
})()`;

/** Runs in the worker as well: memory that grows past the limit is refused, as a browser without more refuses it. */
const limitMemory = (bytes: number) => `(() => {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * 65536 > ${bytes}) throw new RangeError('Maximum memory size exceeded');
    return grow.call(this, pages);
  };
})()`;

/**
 * Watches how much WebAssembly memory the engine's worker holds, which never shrinks. Call before the page is
 * opened: the note goes in front of the worker's own script, since on a busy machine anything else comes late.
 * @param limitBytes what the browser gives the engine at most
 */
export async function watchEngineMemory(
  page: Page,
  limitBytes = Infinity,
): Promise<() => Promise<number | null>> {
  const notes = limitBytes === Infinity ? [NOTE_MEMORY] : [NOTE_MEMORY, limitMemory(limitBytes)];
  await page.route(ENGINE_SCRIPT, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: [...notes, await response.text()].join(';\n') });
  });
  const engines: Worker[] = [];
  page.on('worker', (worker) => {
    if (ENGINE_SCRIPT.test(worker.url())) engines.push(worker);
  });
  return async () => {
    const sizes = await Promise.all(
      engines.map((worker) =>
        worker.evaluate<number>('self.notedMemory?.buffer.byteLength ?? 0').catch(() => 0),
      ),
    );
    return Math.max(0, ...sizes) || null;
  };
}

/**
 * Takes all that the engine's memory has left and lets it grow no more, as on a machine that has no more to give.
 * An engine that is started afterwards has all that it wants. Only after `watchEngineMemory`.
 * @param sparedBytes the size of the blocks that are taken: smaller ones may still be found
 */
export async function exhaustEngineMemory(page: Page, sparedBytes: number): Promise<void> {
  const engine = page.workers().find((worker) => ENGINE_SCRIPT.test(worker.url()));
  if (!engine) throw new Error('no engine is running');
  await engine.evaluate(limitMemory(0));
  await engine.evaluate(`(() => { while (self.notedMalloc(${sparedBytes}) !== 0); })()`);
}
