import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriesRows } from '../../e2e/corpus/meter-rows';
import extraCount from '../../e2e/native-run/extra_count.sql?raw';
import { runFiles, stageFiles } from '../../e2e/native-run/native-run';
import { ALL_ROOTS } from './model';
import type { NativeRun } from '../../e2e/native-run/native-run';
import { tableDump } from '../../e2e/native-run/table-dump';
import { samplePath, testFolder } from '../../e2e/native-run/test-folder';
import { calendarTable } from './run-inputs';
import { MODELS } from './models';

const folder = testFolder();

function smallFile(): string {
  return folder.writeRows('small.parquet', seriesRows({ first: '2022-10-20', last: '2022-11-05' }));
}

describe('a run that fails', () => {
  let run: NativeRun;
  let before: Record<string, string[]>;
  beforeAll(async () => {
    run = await runFiles([smallFile()]);
    before = await tableDump(run);
  });
  afterAll(() => run.close());

  it.each(['Mars/Olympus', '', '+02:00', 'Europe/Vilnius; drop table meter_day'])(
    'on the zone “%s” changes nothing',
    async (zone) => {
      await expect(run.rerun({ zone }, ['local_calendar'])).rejects.toMatchObject({
        code: 'UNKNOWN_ZONE',
        detail: { zone },
      });
      expect(await tableDump(run)).toEqual(before);
    },
  );

  it.each(['placed_day', 'special_interval', 'finding'])(
    'on a signal before %s changes nothing',
    async (model) => {
      const abort = new AbortController();
      const onModel = (name: string) => name === model && abort.abort();
      const options = { signal: abort.signal, onModel: (name: string) => void onModel(name) };
      await expect(run.rerun({ zone: 'Asia/Tokyo' }, ['local_calendar'], options)).rejects.toMatchObject({
        name: 'AbortError',
      });
      expect(await tableDump(run)).toEqual(before);
    },
  );

  it('for want of its staging tables changes nothing', async () => {
    await expect(run.rerun({}, ALL_ROOTS)).rejects.toMatchObject({ code: 'QUERY_FAILED' });
    expect(await tableDump(run)).toEqual(before);
  });

  it('can be followed by one that succeeds', async () => {
    await run.rerun({ zone: 'Asia/Tokyo' }, ['local_calendar']);
    expect(await tableDump(run)).not.toEqual(before);
    await run.rerun({ zone: 'Europe/Vilnius' }, ['local_calendar']);
    expect(await tableDump(run)).toEqual(before);
  });
});

describe('a ledger that does not balance', () => {
  it.each([
    { lost: 'a row', extra_rows: 1, extra_values: 0, extra_energy: '0' },
    { lost: 'a value', extra_rows: 0, extra_values: 1, extra_energy: '0' },
    { lost: 'the last decimal of energy', extra_rows: 0, extra_values: 0, extra_energy: '0.000000001' },
    { lost: 'a negative row', extra_rows: -1, extra_values: 0, extra_energy: '0' },
  ])('by $lost fails the run', async ({ lost: _lost, ...parameters }) => {
    const run = await stageFiles([smallFile()]);
    await run.connection.append('staged_count', extraCount, { parameters });
    await expect(run.rerun({}, ALL_ROOTS)).rejects.toMatchObject({
      code: 'LEDGER_DIFFERENCE',
      detail: { count: 1 },
    });
    await expect(run.rows('ledger')).rejects.toThrow(/does not exist/);
    await run.close();
  });
});

describe('a run that succeeds', () => {
  it('announces every model in order, with how many are done', async () => {
    const run = await stageFiles([samplePath('sample-year')]);
    const seen: [string, number, number][] = [];
    await run.rerun({}, ALL_ROOTS, { onModel: (...call) => seen.push(call) });
    await run.close();
    expect(seen).toEqual(MODELS.map((model, index) => [model.name, index, MODELS.length]));
  });

  it('leaves the names of its files and one line of policies beside the models', async () => {
    const run = await runFiles([smallFile()]);
    expect(await run.rows('source_file')).toEqual([{ source_id: 1, source_file: 'small.parquet' }]);
    expect(await run.rows('policy')).toHaveLength(1);
    await run.close();
  });
});

describe('the calendar table', () => {
  it('has one row per date, with the gap and the overlap of Vilnius', () => {
    const table = calendarTable('Europe/Vilnius', Date.UTC(2022, 0, 1), Date.UTC(2022, 11, 31));
    const name = (index: number) => table.columns[index]!.name;
    const days = table.rows.map((row) => Object.fromEntries(row.map((value, index) => [name(index), value])));
    expect(days).toHaveLength(365);
    expect(days.filter((day) => day['shift_minutes'] !== 0)).toEqual([
      {
        local_date: Date.UTC(2022, 2, 27),
        start_utc: Date.UTC(2022, 2, 26, 22),
        day_minutes: 1380,
        offset_before_minutes: 120,
        offset_after_minutes: 180,
        start_local_minute: 0,
        transition_elapsed_minutes: 180,
        shift_start_minute: 180,
        shift_minutes: 60,
      },
      {
        local_date: Date.UTC(2022, 9, 30),
        start_utc: Date.UTC(2022, 9, 29, 21),
        day_minutes: 1500,
        offset_before_minutes: 180,
        offset_after_minutes: 120,
        start_local_minute: 0,
        transition_elapsed_minutes: 240,
        shift_start_minute: 180,
        shift_minutes: -60,
      },
    ]);
  });
});
