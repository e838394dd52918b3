import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetReadObjects } from 'hyparquet';

const TOTALS_SQL = readFileSync(new URL('./file-totals.sql', import.meta.url), 'utf8');
const CONTENT_SQL = readFileSync(new URL('./file-content.sql', import.meta.url), 'utf8');

/** What native DuckDB counts in a file of the input contract. */
export interface FileTotals {
  rows: number;
  values: number;
  energy: number;
}

/** Two readers that share no code with the product, for the proof that the corpus is what it says. */
export class CorpusReaders {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly folder: string,
  ) {}

  static async open(): Promise<CorpusReaders> {
    // DuckDB would answer from memory when a file of equal name and size follows within a second.
    const settings = { threads: '1', enable_external_file_cache: 'false' };
    const instance = await DuckDBInstance.create(':memory:', settings);
    return new CorpusReaders(instance, mkdtempSync(join(tmpdir(), 'meterfold-corpus-')));
  }

  close(): void {
    this.instance.closeSync();
    rmSync(this.folder, { recursive: true });
  }

  async duckdbTotals(file: Uint8Array): Promise<FileTotals> {
    const [row] = await this.duckdb(TOTALS_SQL, file);
    return {
      rows: Number(row?.['row_count']),
      values: Number(row?.['value_count']),
      energy: Number(row?.['energy']),
    };
  }

  /** Every row with every column (dates as Date, int64 as bigint), or throws what DuckDB throws. */
  async duckdbRows(file: Uint8Array): Promise<Record<string, unknown>[]> {
    return this.duckdb(CONTENT_SQL, file);
  }

  private async duckdb(sql: string, file: Uint8Array): Promise<Record<string, unknown>[]> {
    const path = join(this.folder, 'file.parquet');
    writeFileSync(path, file);
    const connection = await this.instance.connect();
    try {
      return (await connection.runAndReadAll(sql, { path })).getRowObjectsJS();
    } finally {
      connection.closeSync();
    }
  }
}

/** Every row of a file as hyparquet reads it. */
export async function hyparquetRows(file: Uint8Array): Promise<Record<string, unknown>[]> {
  return parquetReadObjects({
    file: asArrayBuffer(file),
    compressors: { GZIP: (input) => gunzipSync(input) },
  });
}

/** The bytes in a buffer of their own. */
export function asArrayBuffer(file: Uint8Array): ArrayBuffer {
  return new Uint8Array(file).buffer;
}
