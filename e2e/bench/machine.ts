import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { version as duckdbVersion } from '@duckdb/node-api';
import type { Machine } from './figures';
import { launchBrowser } from './page-run';

const PACKAGE = new URL('../../package.json', import.meta.url);

/** Describes the machine before the first run; the returned function completes it after the last. */
export async function describeMachine(chromiumPath: string): Promise<() => Machine> {
  const { dependencies } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const before = {
    started_at: new Date().toISOString(),
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memory_bytes: totalmem(),
    system: `${type()} ${release()}`,
    node: process.versions.node,
    browser: await browserVersion(chromiumPath),
    duckdb_native: duckdbVersion().replace(/^v/, ''),
    duckdb_wasm: dependencies['@duckdb/duckdb-wasm'] ?? 'unknown',
    parquet_wasm: dependencies['parquet-wasm'] ?? 'unknown',
    hyparquet: dependencies['hyparquet'] ?? 'unknown',
    hyparquet_writer: dependencies['hyparquet-writer'] ?? 'unknown',
    load_at_start: currentLoad(),
  };
  return () => ({ ...before, ended_at: new Date().toISOString(), load_at_end: currentLoad() });
}

async function browserVersion(chromiumPath: string): Promise<string> {
  const browser = await launchBrowser(chromiumPath);
  try {
    return browser.version();
  } finally {
    await browser.close();
  }
}

function currentLoad(): number {
  return Math.round((loadavg()[0] ?? 0) * 100) / 100;
}
