import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oddFiles } from '../../e2e/corpus/odd-files';
import { writeInto } from '../../e2e/corpus/write-file';
import { seriesRows } from '../../e2e/corpus/meter-rows';
import type { LabelledRow } from '../../e2e/corpus/truth';
import { runFiles, stageFiles } from '../../e2e/native-run/native-run';
import { testFolder } from '../../e2e/native-run/test-folder';
import modelRows from '../../e2e/native-run/model_rows.sql?raw';
import wholeFilePart from '../../e2e/native-run/whole_file_part.sql?raw';
import { createNodeEngine } from '../engine/node-engine';
import type { NodeConnection } from '../engine/node-engine';
import { OPTIONAL_COLUMNS, READER_COLUMNS, REQUIRED_COLUMNS } from './input-contract';
import { beginStaging, checkStagedFile, SOURCE_BATCH, stageBatch } from './staging';

const folder = testFolder();
const MAY = { first: '2022-05-01', last: '2022-05-01' };

/** A row for each text, each under a meter of its own. */
function withResolutions(texts: readonly (string | null)[], slots: number): LabelledRow[] {
  const energy_consumption = new Array<number>(slots).fill(1);
  return texts.flatMap((resolution, index) =>
    seriesRows({ ...MAY, fields: { resolution, energy_consumption, ext_dev_ref: `meter-${index}` } }),
  );
}

async function staged(rows: readonly LabelledRow[]) {
  const run = await stageFiles([folder.writeRows('staged.parquet', rows)]);
  const found = await run.rows<{ resolution_minutes: number | null; resolution_inferred: boolean }>(
    'staged_row',
  );
  await run.close();
  return found.map((row) => [row.resolution_minutes, row.resolution_inferred]);
}

describe('a resolution', () => {
  it.each([
    [60, ['60min', 'PT60M', 'PT1H', '1h', 'hourly', 'HOURLY', ' 1 hour ', '60', '60 minutes', 'pt1h']],
    [30, ['30min', 'PT30M', 'half-hourly', '30 min']],
    [15, ['15min', 'PT15M', 'quarter-hourly', '15 mins', '15m']],
    [5, ['5min', 'PT5M']],
    [120, ['2h', 'PT2H', '120min']],
    [1440, ['P1D', 'daily', 'day', '1d', 'PT24H', '24 hours']],
    [43200, ['P1M', 'monthly', 'month']],
  ])('of %i minutes is read from its spellings', async (minutes, texts) => {
    const found = await staged(withResolutions(texts, 7));
    expect(found).toEqual(texts.map(() => [minutes, false]));
  });

  it.each([
    [24, 60],
    [23, 60],
    [25, 60],
    [48, 30],
    [96, 15],
    [100, 15],
    [288, 5],
  ])('that cannot be read is inferred from %i values as %i minutes', async (slots, minutes) => {
    const texts = ['banana', null, '', '60 bananas'];
    expect(await staged(withResolutions(texts, slots))).toEqual(texts.map(() => [minutes, true]));
  });

  it.each([0, 1, 7, 12, 26])('that cannot be read is not guessed from %i values', async (slots) => {
    expect(await staged([...withResolutions(['60min'], 24), ...withResolutions(['banana'], slots)])).toEqual([
      [60, false],
      [null, false],
    ]);
  });

  it.each(['7min', '0min', '25h', '9999min', '50min'])(
    'of %s is no whole part of a day, and is not replaced',
    async (text) => {
      expect(await staged(withResolutions([text], 24))).toEqual([[null, false]]);
    },
  );

  it('that contradicts the number of values is not overruled', async () => {
    const run = await runFiles([folder.writeRows('contradiction.parquet', withResolutions(['15min'], 24))]);
    const [line] = await run.rows('set_aside');
    await run.close();
    expect(line).toMatchObject({ reason: 'wrong_length', row_count: 1, value_count: 24 });
  });
});

describe('a series', () => {
  it('is client, meter, fuel, channel and unit, whatever the case and the spaces around the last three', async () => {
    const fields = [
      { fuel: 'District Heating', channel: ' Import', unit: ' kWh ' },
      { fuel: 'district_heating', channel: 'import', unit: 'kWh' },
      { fuel: '', channel: ' ', unit: null },
      { fuel: null, channel: null, unit: '' },
      { fuel: null, channel: 'export', unit: null },
    ];
    const rows = fields.flatMap((field) => seriesRows({ ...MAY, fields: field }));
    const run = await stageFiles([folder.writeRows('series.parquet', rows)]);
    const series = await run.rows('staged_series');
    const keys = (await run.rows<{ series_id: number }>('staged_row')).map((row) => row.series_id);
    await run.close();
    expect(series).toHaveLength(3);
    expect(series).toContainEqual(
      expect.objectContaining({ fuel: 'district_heating', channel: 'import', unit: 'kWh' }),
    );
    expect(series).toContainEqual(expect.objectContaining({ fuel: null, channel: null, unit: null }));
    expect([keys[0] === keys[1], keys[2] === keys[3], new Set(keys).size]).toEqual([true, true, 3]);
  });
});

describe('a file', () => {
  it.each(['client_id', 'date', 'ext_dev_ref'] as const)(
    'with a null in %s is refused with its place',
    async (column) => {
      const rows = seriesRows({ first: '2022-05-01', last: '2022-05-09' });
      for (const at of [4, 7]) rows[at]!.row = { ...rows[at]!.row, [column]: null };
      const opened = stageFiles([folder.writeRows('holes.parquet', rows)]);
      await expect(opened).rejects.toMatchObject({
        code: 'NULL_KEY',
        detail: { file: 'holes.parquet', row: 5, column, count: 2 },
      });
    },
  );

  it('with a name that is too long to be one is refused with its place, whatever the policy', async () => {
    const rows = seriesRows({ first: '2022-05-01', last: '2022-05-09' });
    rows[4]!.row = { ...rows[4]!.row, ext_dev_ref: 'm'.repeat(20_001) };
    const opened = stageFiles([folder.writeRows('long.parquet', rows)], { nullKeys: 'set-aside' });
    await expect(opened).rejects.toMatchObject({
      code: 'NAME_TOO_LONG',
      detail: { file: 'long.parquet', row: 5, column: 'ext_dev_ref' },
    });
  });

  it('without values is refused', async () => {
    const rows = seriesRows({ ...MAY, fields: { energy_consumption: [null, null] } });
    await expect(stageFiles([folder.writeRows('hollow.parquet', rows)])).rejects.toMatchObject({
      code: 'NO_VALUES',
      detail: { file: 'hollow.parquet', count: 1 },
    });
  });

  it('without rows is refused', async () => {
    const run = await stageFiles([]);
    await expect(checkStagedFile(run.connection, 1, 'none.parquet')).rejects.toMatchObject({
      code: 'NO_ROWS',
    });
    await run.close();
  });
});

describe('batches', () => {
  const OPTIONAL: readonly string[] = OPTIONAL_COLUMNS;
  let engine: Awaited<ReturnType<typeof createNodeEngine>>;
  let connection: NodeConnection;
  beforeAll(async () => {
    engine = await createNodeEngine({ threads: 2 });
    connection = await engine.connect();
  });
  afterAll(async () => {
    await connection.close();
    await engine.close();
  });

  async function stageIn(size: number, total: number) {
    await beginStaging(connection, false);
    for (let from = 0; from < total; from += size) {
      await connection.materialize('table', SOURCE_BATCH, wholeFilePart, {
        parameters: { from_row: from, to_row: from + size },
      });
      await stageBatch(connection, { sourceId: 1, firstRow: from, file: 'x', nullKeys: 'set-aside' });
    }
    await checkStagedFile(connection, 1, 'x', total);
    const table = (model: string) =>
      connection.query<Record<string, number>>(modelRows, { parameters: { model } });
    const counts = await table('staged_count');
    const sum = (column: string) => counts.reduce((all, row) => all + Number(row[column]), 0);
    return {
      rows: (await table('staged_row'))
        .map(({ series_id: _id, ...row }) => row)
        .sort((a, b) => Number(a['source_row']) - Number(b['source_row'])),
      series: (await table('staged_series')).map(({ series_id: _id, ...row }) => JSON.stringify(row)).sort(),
      counts: [sum('row_count'), sum('value_count'), sum('energy')],
    };
  }

  it.each(['null-keys-set-aside', 'several-series'])(
    'of any size stage %s alike, row by row',
    async (name) => {
      const file = oddFiles.find((candidate) => candidate.name === name)!;
      const hasOptional = name === 'several-series';
      const columns = [
        ...[...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS].map(
          // The corpus writes the contract's columns in the contract's order.
          (column, index) => [column, hasOptional || !OPTIONAL.includes(column) ? index : null] as const,
        ),
        ...READER_COLUMNS.map((column) => [column, null] as const),
      ];
      await connection.exposeParquet('whole_file', await writeInto(folder.path, file), columns);
      const total = file.expect.rowsRead;
      const whole = await stageIn(total, total);
      expect(whole.rows.map((row) => row['source_row'])).toEqual(
        Array.from({ length: total }, (_, row) => row),
      );
      expect(whole.counts).toEqual([total, file.expect.valuesRead, file.expect.energyRead]);
      for (const size of [Math.ceil(total / 5), Math.ceil(total / 2)])
        expect(await stageIn(size, total)).toEqual(whole);
    },
  );
});
