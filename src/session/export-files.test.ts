import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parquetMetadata, parquetReadObjects, type FileMetaData } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { oddFiles } from '../../e2e/corpus/odd-files';
import { writeInto } from '../../e2e/corpus/write-file';
import { runFiles } from '../../e2e/native-run/native-run';
import { codec, startPageRun } from '../../e2e/native-run/page-run';
import { testFolder } from '../../e2e/native-run/test-folder';
import writtenRows from '../../e2e/native-run/written_rows.sql?raw';
import { DATA_DICTIONARY } from '../etl/data-dictionary';
import type { Policies } from '../domain/policy';
import type { Row } from '../engine/engine';
import type { FoldedWriteOptions } from '../parquet/parquet-codec';
import exportRows from '../queries/export_rows.sql?raw';
import { exportParquet } from './export-files';
import { Progress } from './progress';

const folder = testFolder();
const page = await startPageRun();
const METADATA = { 'meterfold.zone': 'Europe/Vilnius', sql: '-- „ė“ 🔌' };

/** Days of every kind: in and out of order, special all over, with two rows behind them, without any row. */
const ODD = [
  'several-series',
  'rows-in-random-order',
  'resolution-changes-in-mid-series',
  'elapsed-23-25',
  'value-in-nonexistent-hour',
  'wrong-lengths',
  'monthly-one-absent',
];

const smallGroups = {
  ...codec,
  writeFolded: (options: FoldedWriteOptions) => codec.writeFolded({ ...options, rowGroupRows: 500 }),
};

async function exported(
  name: string,
  change: Partial<Policies> = {},
): Promise<{ path: string; source: string; policies: Partial<Policies>; checks: string[] }> {
  const odd = oddFiles.find((file) => file.name === name)!;
  const source = await writeInto(folder.path, odd);
  const policies = { ...odd.policies, ...change };
  const sources = await page.open([source], policies);
  const { blob, saved } = await exportParquet({
    connection: page.connection,
    codec: smallGroups,
    sources,
    baseName: name,
    metadata: METADATA,
    progress: new Progress('export', '', ['writing', 'verifying'], () => undefined),
    signal: new AbortController().signal,
    target: null,
  });
  const path = join(folder.path, `${name}.readings.parquet`);
  await writeFile(path, new Uint8Array(await blob.arrayBuffer()));
  return { path, source, policies, checks: saved.checks };
}

async function footerOf(path: string): Promise<FileMetaData> {
  return parquetMetadata(new Uint8Array(await readFile(path)));
}

describe('the file that the page writes', () => {
  it.each([
    ...ODD.map((name) => [name, {}] as const),
    ['wrong-lengths', { estimate: 'export' }] as const,
    ['several-series', { convention: 'utc', assumedUnit: 'kWh', outputUnit: 'MWh' }] as const,
  ])('of %s (%o) holds the rows that the command line writes, in their order', async (name, change) => {
    const { path, source, policies } = await exported(name, change);
    const run = await runFiles([source], policies);
    const everything = { first_rank: 0, last_rank: 1_000_000 };
    const wanted = await run.connection.query<Row>(exportRows, { parameters: everything });
    const written = await run.connection.query<Row>(writtenRows, { parameters: { written_path: path } });
    await run.close();
    expect(written.length).toBeGreaterThan(0);
    expect(written).toEqual(wanted);
  });

  it('tells readers what they leave out row groups and tell times by', async () => {
    const { path } = await exported('several-series');
    const { schema, row_groups: groups, created_by, key_value_metadata: told } = await footerOf(path);
    expect(schema.slice(1).map(({ name }) => name)).toEqual(DATA_DICTIONARY.map(({ name }) => name));
    expect(
      schema.filter(({ name }) => name.startsWith('timestamp')).map(({ logical_type }) => logical_type),
    ).toEqual([
      { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' },
      { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MICROS' },
    ]);
    expect(created_by).toBe('Meterfold');
    for (const [key, value] of Object.entries(METADATA)) expect(told).toContainEqual({ key, value });
    const chunkOf = (name: string) =>
      groups[0]!.columns.find(({ meta_data: chunk }) => chunk?.path_in_schema[0] === name)!.meta_data!;
    const rows = await rowsByJavaScript(path);
    expect(groups.length).toBeGreaterThan(1);
    for (const { columns, num_rows } of groups) {
      const meters = rows.splice(0, Number(num_rows)).map(({ ext_dev_ref }) => String(ext_dev_ref));
      const { statistics } = columns[1]!.meta_data!;
      meters.sort();
      expect(statistics).toMatchObject({ min_value: meters[0], max_value: meters.at(-1) });
    }
    expect(rows).toEqual([]);
    const { min_value, max_value } = chunkOf('timestamp_utc').statistics!;
    expect((min_value as Date).getTime()).toBeLessThan((max_value as Date).getTime());
    expect(chunkOf('timestamp_utc').encodings).toContain('DELTA_BINARY_PACKED');
    expect(chunkOf('energy').codec).toBe('ZSTD');
  });

  it('says how many rows it has where there are none', async () => {
    const writer = await codec.writeFolded({
      columns: DATA_DICTIONARY.map(({ name }) => name),
      codings: [],
      rows: 0,
      rowGroupRows: 500,
      keyValueMetadata: METADATA,
      target: null,
    });
    const file = new Uint8Array(await (await writer.finish()).arrayBuffer());
    const { schema, num_rows } = parquetMetadata(file);
    expect(num_rows).toBe(0n);
    expect(schema.slice(1).map(({ name }) => name)).toEqual(DATA_DICTIONARY.map(({ name }) => name));
  });
});

/** Columns that hyparquet decodes by itself; those in zstd it leaves to other libraries. */
async function rowsByJavaScript(path: string): Promise<Record<string, unknown>[]> {
  const { buffer } = new Uint8Array(await readFile(path));
  return parquetReadObjects({ file: buffer, columns: ['client_id', 'ext_dev_ref', 'quality_rule'] });
}
