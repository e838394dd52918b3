import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** Runs a statement that writes one Parquet file to `$path` on native DuckDB and returns the file's bytes. */
export async function duckdbFile(sql: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'meterfold-corpus-'));
  const path = join(folder, 'made.parquet');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  try {
    const connection = await instance.connect();
    await connection.run(sql, { path });
    connection.closeSync();
    return new Uint8Array(readFileSync(path));
  } finally {
    instance.closeSync();
    rmSync(folder, { recursive: true });
  }
}
