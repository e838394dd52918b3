import loadParquetWasm from 'parquet-wasm/esm';
import wasmUrl from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';

let loading: Promise<WebAssembly.Memory> | null = null;
let memory: WebAssembly.Memory | null = null;

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
    const exports = await loadParquetWasm({ module_or_path: wasmUrl });
    memory = exports.memory;
    return memory;
  } catch (reason) {
    loading = null;
    throw reason;
  }
}
