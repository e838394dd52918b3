import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runFiles } from '../../e2e/native-run/native-run';
import type { NativeRun } from '../../e2e/native-run/native-run';
import { oddFiles } from '../../e2e/corpus/odd-files';
import { writeInto } from '../../e2e/corpus/write-file';
import { testFolder } from '../../e2e/native-run/test-folder';
import type { Row } from '../engine/engine';
import { DATA_DICTIONARY } from '../etl/data-dictionary';
import { EXPORT_CODED_SQL, QUALITIES } from './export-coded';
import exportExpected from '../queries/export_expected.sql?raw';
import exportPlan from '../queries/export_plan.sql?raw';
import exportRows from '../queries/export_rows.sql?raw';
import setAsideQuery from '../queries/set_aside.sql?raw';
import writtenPart from '../queries/written_part.sql?raw';
import writtenTotal from '../queries/written_total.sql?raw';

interface ExportRow {
  client_id: string;
  channel: string;
  timestamp_utc: number;
  timestamp_local: number;
  local_date: number;
  local_hour: number;
  iso_weekday: number;
  is_weekend: boolean;
  local_month: number;
  energy: number | null;
}

interface CodedRow extends Row {
  series_id: number;
  source_id: number | null;
  quality_code: number;
}

interface SeriesNames extends Row {
  series_id: number;
  client_id: string;
  ext_dev_ref: string;
  fuel: string;
  channel: string;
  unit: string;
}

const folder = testFolder();
const everything = { first_rank: 0, last_rank: 1_000_000 };
let run: NativeRun;
let plan: { series_rank: number; series_id: number; row_count: number }[];
let rows: ExportRow[];
beforeAll(async () => {
  const file = oddFiles.find(({ name }) => name === 'several-series')!;
  run = await runFiles([await writeInto(folder.path, file)]);
  plan = await run.connection.query(exportPlan);
  rows = await run.connection.query<ExportRow>(exportRows, { parameters: everything });
});
afterAll(() => run.close());

describe('the coded rows', () => {
  const ODD = [
    'several-series',
    'rows-in-random-order',
    'resolution-changes-in-mid-series',
    'elapsed-23-25',
    'value-in-nonexistent-hour',
    'wrong-lengths',
    'monthly-one-absent',
  ];

  it.each(ODD)('are the exported rows of %s, in their order, with codes for texts', async (name) => {
    const file = oddFiles.find((odd) => odd.name === name)!;
    const other = await runFiles([await writeInto(folder.path, file)], file.policies, { threads: 4 });
    const parameters = { ...everything, first_id: 0, last_id: 1_000_000 };
    const wanted = await other.connection.query<Row>(exportRows, { parameters });
    const coded = await other.connection.query<CodedRow>(EXPORT_CODED_SQL, { parameters });
    const series = new Map(
      (await other.rows<SeriesNames>('series_named')).map((row) => [row.series_id, row]),
    );
    const sources = new Map(other.sources.map((source) => [source.source_id, source.source_file]));
    await other.close();
    expect(coded.length).toBeGreaterThan(0);
    expect(
      coded.map(({ series_id, source_id, quality_code, ...row }) => {
        const { client_id, ext_dev_ref, fuel, channel, unit } = series.get(series_id)!;
        const source_file = source_id === null ? null : sources.get(source_id);
        const texts = { client_id, ext_dev_ref, fuel, channel, unit, source_file };
        return { ...row, ...texts, quality: QUALITIES[quality_code] };
      }),
    ).toEqual(wanted);
  });

  it('leave out series outside their run', async () => {
    const part = plan.slice(1, 3);
    const ids = part.map(({ series_id }) => series_id);
    const parameters = {
      first_rank: part[0]!.series_rank,
      last_rank: part[1]!.series_rank,
      first_id: Math.min(...ids),
      last_id: Math.max(...ids),
    };
    const coded = await run.connection.query<CodedRow>(EXPORT_CODED_SQL, { parameters });
    expect(coded).toHaveLength(part[0]!.row_count + part[1]!.row_count);
    expect(new Set(coded.map(({ series_id }) => series_id))).toEqual(new Set(ids));
  });
});

describe('the exported rows', () => {
  it('have the columns of the data dictionary, in its order', () => {
    expect(Object.keys(rows[0]!)).toEqual(DATA_DICTIONARY.map((column) => column.name));
  });

  it('are as many as planned, run by run', async () => {
    expect(plan.map((part) => part.series_rank)).toEqual(plan.map((_part, index) => index + 1));
    expect(rows).toHaveLength(plan.reduce((sum, part) => sum + part.row_count, 0));
    const pieces: ExportRow[] = [];
    for (const { series_rank, row_count } of plan) {
      const parameters = { first_rank: series_rank, last_rank: series_rank };
      const piece = await run.connection.query<ExportRow>(exportRows, { parameters });
      expect(piece).toHaveLength(row_count);
      pieces.push(...piece);
    }
    expect(pieces).toEqual(rows);
  });

  it('carry the local calendar of their own wall clock', () => {
    const wrong = rows.filter((row) => {
      const at = new Date(row.timestamp_local);
      const weekday = at.getUTCDay() || 7;
      return !(
        row.local_date === Math.floor(row.timestamp_local / 86_400_000) * 86_400_000 &&
        row.local_hour === at.getUTCHours() &&
        row.iso_weekday === weekday &&
        row.is_weekend === weekday >= 6 &&
        row.local_month === at.getUTCMonth() + 1
      );
    });
    expect(wrong).toEqual([]);
  });

  it('add up to what the check expects, channel by channel', async () => {
    await run.connection.materialize('table', 'written_batch', exportRows, { parameters: everything });
    await run.connection.materialize('table', 'written_part', writtenPart);
    const written = await run.connection.query(writtenTotal);
    expect(await run.connection.query(exportExpected)).toEqual(written);
    expect(written).toHaveLength(6);
  });

  it('do not pass the check when one row is lost', async () => {
    const parameters = { first_rank: 2, last_rank: 1_000_000 };
    await run.connection.materialize('table', 'written_batch', exportRows, { parameters });
    await run.connection.materialize('table', 'written_part', writtenPart);
    expect(await run.connection.query(exportExpected)).not.toEqual(await run.connection.query(writtenTotal));
  });
});

describe('what was set aside', () => {
  it('is listed by reason with exact energy; rows without a key stand under a dash', async () => {
    const file = oddFiles.find(({ name }) => name === 'null-keys-set-aside')!;
    const other = await runFiles([await writeInto(folder.path, file)], file.policies);
    const found = await other.connection.query(setAsideQuery);
    await other.close();
    const { rows: rowCount, values, energy } = file.expect.setAside.null_key!;
    expect(found).toEqual([
      {
        reason: 'null_key',
        fuel: '–',
        channel: '–',
        unit: '–',
        rows: rowCount,
        values,
        energy: String(energy),
      },
    ]);
  });
});
