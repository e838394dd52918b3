import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parquetMetadata } from 'hyparquet';
import { beforeAll, describe, expect, it } from 'vitest';
import { etlCommand, npmRunEtl, readWritten } from '../../e2e/native-run/etl-command';
import { samplePath, testFolder } from '../../e2e/native-run/test-folder';
import { DATA_DICTIONARY } from '../etl/data-dictionary';
import { readExportMetadata } from '../etl/export-metadata';
import { DEFAULT_POLICIES } from '../domain/policy';
import { runCli } from './run';

const folder = testFolder();
const realFile = fileURLToPath(
  new URL('../../../shared/data/home_assignment_raw_data.parquet', import.meta.url),
);
const input = existsSync(realFile) ? realFile : samplePath('sample-year');

/** Dictionary types in the words of native DuckDB reading a Parquet file. */
const WRITTEN_TYPES: Record<string, string> = {
  string: 'VARCHAR',
  'timestamp (µs, UTC)': 'TIMESTAMP WITH TIME ZONE',
  'timestamp (µs, local)': 'TIMESTAMP',
  int8: 'TINYINT',
  int16: 'SMALLINT',
  int32: 'INTEGER',
  date: 'DATE',
  bool: 'BOOLEAN',
  double: 'DOUBLE',
};

function run(inputs: string[], out: string, report: string | null = null) {
  return runCli({ inputs, out, report, policies: DEFAULT_POLICIES });
}

function place(name: string): string {
  return join(folder.path, name);
}

describe('npm run etl', () => {
  const out = place('right.parquet');
  const report = place('right.json');
  let said: string;
  let written: Awaited<ReturnType<typeof readWritten>>;
  beforeAll(async () => {
    const result = await npmRunEtl([input, '--out', out, '--report', report]);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    said = result.stdout;
    written = await readWritten(out);
  });

  it('says in one line what it saved', () => {
    expect(said).toBe(`Saved ${out}: 8,760 readings from 365 rows, 0 rows set aside.\n`);
  });

  it('writes the right answer, sorted by time', () => {
    const rows = written.lines;
    expect(rows).toHaveLength(8760);
    expect(rows[0]).toContain('2021-12-31 22:00:00+00');
    expect(rows.at(-1)).toContain('2022-12-31 21:00:00+00');
    const instants = rows.map((row) => /'timestamp_utc': '?([^',]+)/.exec(row)![1]!);
    expect(instants).toEqual([...new Set(instants)].sort());
    expect(rows.filter((row) => !row.includes("'energy': 100.0,"))).toEqual([]);
    expect(rows.filter((row) => row.includes("'quality': split"))).toHaveLength(2);
  });

  it('writes the columns of the data dictionary, in its order and types', () => {
    expect(written.columns).toEqual(
      DATA_DICTIONARY.map(({ name, type }) => ({ name, type: WRITTEN_TYPES[type] })),
    );
  });

  it('marks UTC as adjusted and local time as not, in microseconds, packed with zstd', () => {
    const { schema, row_groups } = parquetMetadata(new Uint8Array(readFileSync(out)).buffer);
    const logical = (name: string) => schema.find((element) => element.name === name)?.logical_type;
    const time = { type: 'TIMESTAMP', unit: 'MICROS' };
    expect(logical('timestamp_utc')).toMatchObject({ ...time, isAdjustedToUTC: true });
    expect(logical('timestamp_local')).toMatchObject({ ...time, isAdjustedToUTC: false });
    const chunks = row_groups.flatMap((group) => group.columns.map((column) => column.meta_data));
    expect(new Set(chunks.map((chunk) => chunk?.codec))).toEqual(new Set(['ZSTD']));
    expect(chunks.every((chunk) => chunk?.statistics !== undefined)).toBe(true);
  });

  it('writes its story into the file', () => {
    const { key_value_metadata } = parquetMetadata(new Uint8Array(readFileSync(out)).buffer);
    const story = Object.fromEntries((key_value_metadata ?? []).map(({ key, value }) => [key, value ?? '']));
    const facts = readExportMetadata(story);
    expect(facts?.policies).toMatchObject({ zone: 'Europe/Vilnius', convention: 'auto' });
    expect(facts?.sources).toMatchObject([
      { rows: 365, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    ]);
    expect(facts?.ledger).toMatchObject([{ readings: 8760, energy_difference: '0' }]);
    expect(JSON.parse(story['meterfold.data_dictionary']!)).toEqual(DATA_DICTIONARY);
    expect(story['meterfold.sql']).toContain('reading_day');
  });

  it('reports ledger, convention and findings', () => {
    const found = JSON.parse(readFileSync(report, 'utf8')) as Record<string, Record<string, unknown>>;
    expect(found['ledger']).toMatchObject({
      rows_read: 365,
      values_read: 8759,
      energy_read: 876_000,
      readings: 8760,
      energy_out: 876_000,
      set_aside: [],
      energy_difference: 0,
    });
    expect(found['convention']).toMatchObject({ name: 'wall-clock-summed', evidence: { overlap_ratio: 2 } });
    expect(found['findings']).toMatchObject([
      { rule: 'stuck', severity: 'finding', count: 8758 },
      { rule: 'wall_clock_summed', count: 2 },
    ]);
  });
});

describe('the machine’s own zone', () => {
  it('means nothing: Los Angeles and Kolkata write what UTC writes', { timeout: 120_000 }, async () => {
    const written: string[][] = [];
    for (const TZ of ['UTC', 'America/Los_Angeles', 'Asia/Kolkata']) {
      const out = place(`${TZ.replace('/', '-')}.parquet`);
      expect(await etlCommand([input, '--out', out], { TZ })).toMatchObject({ status: 0 });
      written.push((await readWritten(out)).lines);
    }
    expect(written[0]).toHaveLength(8760);
    expect(written[1]).toEqual(written[0]);
    expect(written[2]).toEqual(written[0]);
  });
});

describe('a choice on the command line', () => {
  it('of zone and unit shows in every row', async () => {
    const out = place('kolkata.parquet');
    const result = await etlCommand([input, '--out', out, '--zone', 'Asia/Kolkata', '--unit', 'kWh']);
    expect(result.status).toBe(0);
    const { lines } = await readWritten(out);
    expect(lines[0]).toContain('2021-12-31 18:30:00+00');
    expect(lines.filter((line) => !line.includes("'utc_offset_minutes': 330"))).toEqual([]);
    expect(lines.filter((line) => !line.includes("'unit': kWh"))).toEqual([]);
  });
});

describe('the exit status', () => {
  it('is 2 with the usage on stderr for a wrong command line', async () => {
    const result = await etlCommand([input]);
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(result.stderr).toMatch(/--out[\s\S]*Usage:/);
  });

  it('is 1 with a sentence on stderr for an unknown zone, and nothing is written', async () => {
    const out = place('mars.parquet');
    const result = await etlCommand([input, '--out', out, '--zone', 'Mars/Olympus']);
    expect(result).toMatchObject({ status: 1, stdout: '' });
    expect(result.stderr).toMatch(/^“Mars\/Olympus” is not a name .*\[UNKNOWN_ZONE\]\n$/);
    expect(existsSync(out)).toBe(false);
  });
});

describe('the input', () => {
  it('is never overwritten, by whatever name the output goes', async () => {
    const own = folder.write('own.parquet', readFileSync(input));
    const before = readFileSync(own);
    symlinkSync(own, place('symbolic.parquet'));
    linkSync(own, place('hard.parquet'));
    mkdirSync(place('sub'), { recursive: true });
    for (const out of [
      own,
      place('symbolic.parquet'),
      place('hard.parquet'),
      `${folder.path}/sub/../own.parquet`,
    ]) {
      await expect(run([input, own], out), out).rejects.toMatchObject({
        code: 'OUTPUT_IS_INPUT',
        detail: { path: out },
      });
    }
    const result = await etlCommand([own, '--out', place('hard.parquet')]);
    expect(result).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/\[OUTPUT_IS_INPUT\]\n$/) as string,
    });
    expect(Buffer.compare(readFileSync(own), before)).toBe(0);
  });

  it('is not overwritten by the report', async () => {
    const own = folder.write('reported.parquet', readFileSync(input));
    await run([own], place('reported-out.parquet'), own).catch(() => undefined);
    expect(Buffer.compare(readFileSync(own), readFileSync(input))).toBe(0);
  });
});

describe('the output', () => {
  it('is refused where its folder does not exist or is a folder itself', async () => {
    mkdirSync(place('folder.parquet'), { recursive: true });
    for (const out of [place('nowhere/out.parquet'), place('folder.parquet')]) {
      await expect(run([input], out), out).rejects.toMatchObject({
        code: 'OUTPUT_UNWRITABLE',
        detail: { path: out },
      });
    }
  });

  it('that is there already is replaced by a good run and kept by a bad one', async () => {
    const out = place('kept.parquet');
    writeFileSync(out, 'what was here before');
    const broken = folder.write('broken.parquet', readFileSync(input).subarray(0, 900));
    await expect(run([input, broken], out)).rejects.toMatchObject({ code: 'FILE_TRUNCATED' });
    expect(readFileSync(out, 'utf8')).toBe('what was here before');
    await run([input], out);
    expect((await readWritten(out)).lines).toHaveLength(8760);
  });

  it('and the report are all or nothing', async () => {
    const out = place('without-report.parquet');
    await expect(run([input], out, place('nowhere/report.json'))).rejects.toMatchObject({
      code: 'OUTPUT_UNWRITABLE',
    });
    expect(existsSync(out)).toBe(false);
  });

  it('leaves nothing beside it', () => {
    expect(readdirSync(folder.path).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
