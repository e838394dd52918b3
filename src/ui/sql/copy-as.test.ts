import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { samplePath, testFolder } from '../../../e2e/native-run/test-folder';
import { runCli } from '../../cli/run';
import { DEFAULT_POLICIES } from '../../domain/policy';
import { snippetsFor } from './copy-as';
import type { Snippet } from './copy-as';

const FILE = "it's the year.parquet";
const folder = testFolder();
const codeOf = (id: Snippet['id']) => snippetsFor(FILE).find((snippet) => snippet.id === id)!.code;

beforeAll(() =>
  runCli({
    inputs: [samplePath('sample-year')],
    out: join(folder.path, FILE),
    report: null,
    policies: DEFAULT_POLICIES,
  }),
);

/** Where a tool is on this machine, the lines run as they stand; a test says that it was skipped otherwise. */
function has(command: string, ...check: string[]): boolean {
  try {
    execFileSync(command, check, { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

const python = process.env['METERFOLD_PYTHON'] ?? 'python3';
const run = (command: string, args: string[]) =>
  execFileSync(command, args, { cwd: folder.path, encoding: 'utf8', timeout: 120_000 });

describe('the lines for another tool run as they stand', () => {
  it('in DuckDB', async () => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(`set file_search_path = '${folder.path.replaceAll("'", "''")}'`);
    const rows = (await connection.runAndReadAll(codeOf('duckdb'))).getRowObjectsJS();
    instance.closeSync();
    expect(rows).toHaveLength(12);
    expect(rows.reduce((sum, row) => sum + Number(row['energy']), 0)).toBe(876_000);
    expect(rows[2]).toMatchObject({ local_month: 3, energy: 74_300, missing: 0n });
  });

  it.skipIf(!has(python, '-c', 'import polars'))('in Python with polars', () => {
    expect(run(python, ['-c', codeOf('polars')])).toMatch(/shape: \(12, 7\)[\s\S]*74300/);
  });

  it.skipIf(!has(python, '-c', 'import pandas, pyarrow'))('in Python with pandas', () => {
    expect(run(python, ['-c', codeOf('pandas')])).toMatch(/74300/);
  });

  it.skipIf(!has('Rscript', '-e', 'library(arrow); library(dplyr)'))('in R with arrow', () => {
    expect(run('Rscript', ['-e', codeOf('r')])).toMatch(/74300/);
  });
});
