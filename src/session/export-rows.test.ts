import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runFiles } from '../../e2e/native-run/native-run';
import type { NativeRun } from '../../e2e/native-run/native-run';
import { oddFiles } from '../../e2e/corpus/odd-files';
import { writeInto } from '../../e2e/corpus/write-file';
import { testFolder } from '../../e2e/native-run/test-folder';
import { DATA_DICTIONARY } from '../etl/data-dictionary';
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
