import loadParquetWasm from 'parquet-wasm/esm';
import wasmUrl from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';

/** What the module is loaded from: an address in a page, the bytes themselves elsewhere. */
let source: () => Promise<string | Uint8Array> = () => Promise.resolve(wasmUrl);
let loading: Promise<WebAssembly.Memory> | null = null;
let memory: WebAssembly.Memory | null = null;

/** Says where to take parquet-wasm from; the command line has no address to fetch. */
export function provideWasm(bytes: () => Promise<Uint8Array>): void {
  source = bytes;
}

/** Loads parquet-wasm once; a failed load is tried again at the next call. */
export function loadWasm(): Promise<WebAssembly.Memory> {
  loading ??= load();
  return loading;
}

/** Bytes of wasm memory, which grows and never shrinks. */
export function wasmMemoryBytes(): number {
  return memory?.buffer.byteLength ?? 0;
}

async function load(): Promise<WebAssembly.Memory> {
  try {
    const exports = await loadParquetWasm({ module_or_path: await source() });
    memory = exports.memory;
    return memory;
  } catch (reason) {
    loading = null;
    throw reason;
  }
}
