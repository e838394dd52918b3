import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import loadParquetWasm from 'parquet-wasm/esm';

/** Stands in for `src/parquet/wasm-module.ts`, whose addresses only a browser can fetch. The wasm is the real one. */
export async function loadWasm(): Promise<WebAssembly.Memory> {
  const path = createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm');
  return (await loadParquetWasm({ module_or_path: await readFile(path) })).memory;
}
