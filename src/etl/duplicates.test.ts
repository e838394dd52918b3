import { describe, expect, it } from 'vitest';
import { seriesRows, withValues } from '../../e2e/corpus/meter-rows';
import type { LabelledRow } from '../../e2e/corpus/truth';
import { ledgerFacts } from '../../e2e/native-run/ledger-facts';
import { runFiles } from '../../e2e/native-run/native-run';
import { testFolder } from '../../e2e/native-run/test-folder';
import { isoDate } from '../cli/samples/vilnius-clock';
import { DUPLICATE_POLICIES } from '../domain/policy';
import type { DuplicatePolicy } from '../domain/policy';

interface KeptRow {
  source_id: number;
  source_row: number;
  local_date: unknown;
}

const folder = testFolder();
const MAY = { first: '2022-05-01', last: '2022-05-03' };

function filled(value: number, slots = 24, resolution = '60min'): LabelledRow {
  const [label] = seriesRows({ first: '2022-05-02', last: '2022-05-02', fields: { resolution } });
  return withValues(label!, new Array<number>(slots).fill(value));
}

/** The energy of 2 May and what was set aside, for rows in one file or several. */
async function settle(files: readonly LabelledRow[][], duplicates: DuplicatePolicy) {
  const paths = files.map((rows, index) => folder.writeRows(`part-${index}.parquet`, rows));
  const run = await runFiles(paths, { duplicates });
  const rows = await run.rows<{
    timestamp_local: number;
    energy: number | null;
    quality_rule: string | null;
  }>('analytical');
  const facts = await ledgerFacts(run);
  const statuses = await run.rows<{ row_status: string; source_row: number }>('meter_day');
  await run.close();
  const day = rows.filter((row) => new Date(row.timestamp_local).toISOString().startsWith('2022-05-02'));
  return {
    energies: [...new Set(day.map((row) => row.energy))],
    rules: [...new Set(day.map((row) => row.quality_rule))],
    readings: day.length,
    setAside: facts.setAside,
    statuses: statuses.sort((a, b) => a.source_row - b.source_row).map((row) => row.row_status),
  };
}

describe('two rows of one date that differ', () => {
  const rows = [...seriesRows(MAY).toSpliced(1, 1), filled(1), filled(2)];

  it('keep the last by default', async () => {
    const found = await settle([rows], 'last');
    expect(found).toMatchObject({ energies: [2], readings: 24 });
    expect(found.setAside).toEqual({ duplicate_conflicting: { rows: 1, values: 24, energy: 24 } });
  });

  it('keep the first when that is chosen', async () => {
    expect(await settle([rows], 'first')).toMatchObject({ energies: [1], readings: 24 });
  });

  it('are both set aside when that is chosen, and leave a day of missing hours', async () => {
    const found = await settle([rows], 'set-aside');
    expect(found).toMatchObject({ energies: [null], rules: ['duplicate_conflicting'], readings: 24 });
    expect(found.setAside).toEqual({ duplicate_conflicting: { rows: 2, values: 48, energy: 72 } });
  });
});

describe('rows that count', () => {
  const values = [7, 1, 2, 3, 3, 4].map((value) => filled(value));
  const months = seriesRows({ first: '2022-05-01', last: '2022-05-31' }).reverse();

  it.each(DUPLICATE_POLICIES)(
    'are those of meter_day, stored by series and date, policy %s',
    async (duplicates) => {
      const paths = [
        folder.writeRows('backwards.parquet', [...values, ...months]),
        folder.writeRows('again.parquet', [...months.slice(0, 9), ...values]),
      ];
      const run = await runFiles(paths, { duplicates });
      const kept = await run.rows<KeptRow>('kept_row');
      const status = await run.rows<KeptRow & { row_status: string }>('meter_day');
      await run.close();
      const places = (rows: KeptRow[]) => rows.map((row) => `${row.source_id} ${row.source_row}`);
      expect(kept.length).toBeGreaterThan(29);
      expect(places(kept).sort()).toEqual(places(status.filter((row) => row.row_status === 'kept')).sort());
      const dates = kept.map((row) => Number(row.local_date));
      expect(dates).toEqual(dates.toSorted((a, b) => a - b));
    },
  );
});

describe('rows of one date', () => {
  it.each(DUPLICATE_POLICIES)('that are equal collapse into one, policy %s', async (policy) => {
    const found = await settle([[filled(5), filled(5), filled(5)]], policy);
    expect(found).toMatchObject({ energies: [5], readings: 24 });
    expect(found.setAside).toEqual({ duplicate_identical: { rows: 2, values: 48, energy: 240 } });
  });

  it('in two files count by the order of the files', async () => {
    expect(await settle([[filled(1)], [filled(2)]], 'last')).toMatchObject({ energies: [2] });
    expect(await settle([[filled(2)], [filled(1)]], 'last')).toMatchObject({ energies: [1] });
    expect(await settle([[filled(1)], [filled(2)]], 'first')).toMatchObject({ energies: [1] });
  });

  it('that repeat the loser and the winner are named for what they are', async () => {
    const found = await settle([[filled(1), filled(2), filled(1), filled(2)]], 'last');
    expect(found.statuses).toEqual([
      'duplicate_conflicting',
      'kept',
      'duplicate_conflicting',
      'duplicate_identical',
    ]);
  });

  it('conflict when only their resolution differs', async () => {
    const found = await settle([[filled(4), filled(1, 96, '15min')]], 'last');
    expect(found).toMatchObject({ energies: [1], readings: 96 });
    expect(found.setAside).toEqual({ duplicate_conflicting: { rows: 1, values: 24, energy: 96 } });
  });

  it('do not lose a full day to an empty one that follows', async () => {
    const found = await settle([[filled(4), withValues(filled(0), [])]], 'last');
    expect(found).toMatchObject({ energies: [4], statuses: ['kept', 'empty_array'] });
  });

  it('conflict when one has a null where the other has a value', async () => {
    const holed = withValues(filled(4), [null, ...new Array<number>(23).fill(4)]);
    expect((await settle([[filled(4), holed]], 'last')).statuses).toEqual(['duplicate_conflicting', 'kept']);
    expect((await settle([[holed, holed]], 'last')).statuses).toEqual(['kept', 'duplicate_identical']);
  });

  it('of different channels are no duplicates', async () => {
    const channels = ['import', 'export'].map((channel) => ({ row: { ...filled(3).row, channel } }));
    const found = await settle([channels], 'set-aside');
    expect(found).toMatchObject({ readings: 48, setAside: {} });
  });
});

describe('monthly rows', () => {
  it('of one month are duplicates on whatever day they are dated', async () => {
    const month = (day: string, value: number): LabelledRow => ({
      row: { ...filled(value, 1, 'P1M').row, date: isoDate(day) },
    });
    const run = await runFiles([
      folder.writeRows('months.parquet', [month('2022-05-01', 10), month('2022-05-31', 20)]),
    ]);
    const readings = await run.rows<{ energy: number; interval_minutes: number }>('analytical');
    const facts = await ledgerFacts(run);
    await run.close();
    expect(readings).toMatchObject([{ energy: 20, interval_minutes: 31 * 1440 }]);
    expect(facts.setAside).toEqual({ duplicate_conflicting: { rows: 1, values: 1, energy: 10 } });
  });
});

describe('a month that has a row of its own beside rows of its days', () => {
  const days = (first: string, last: string) => seriesRows({ first, last, value: () => 1 });
  const month = (date: string, value: number): LabelledRow => {
    const [label] = seriesRows({ first: date, last: date, fields: { resolution: 'monthly' } });
    return withValues(label!, [value]);
  };
  const look = async (...rows: readonly LabelledRow[][]) => {
    const run = await runFiles([folder.writeRows('months.parquet', rows.flat())]);
    const readings = await run.rows<{
      timestamp_utc: number;
      interval_minutes: number;
      energy: number | null;
    }>('analytical');
    const facts = await ledgerFacts(run);
    await run.close();
    readings.sort((one, other) => one.timestamp_utc - other.timestamp_utc);
    // No moment is told by two readings.
    const twice = readings.filter(
      ({ timestamp_utc: at }, index) =>
        index > 0 && at < readings[index - 1]!.timestamp_utc + readings[index - 1]!.interval_minutes * 60_000,
    );
    const total = readings.reduce((sum, { energy }) => sum + (energy ?? 0), 0);
    const missing = readings.filter(({ energy }) => energy === null).length;
    return { twice, total, missing, setAside: facts.setAside, unbalanced: facts.unbalanced };
  };

  it('counts by its days where they are there, whatever day of it the row is dated', async () => {
    const found = await look([month('2022-05-10', 5000)], days('2022-05-01', '2022-05-31'), [
      month('2022-06-07', 9),
    ]);
    expect(found).toEqual({
      twice: [],
      total: 31 * 24 + 9,
      missing: 0,
      setAside: { overlapping_period: { rows: 1, values: 1, energy: 5000 } },
      unbalanced: 0,
    });
  });

  it('has its missing days all the same', async () => {
    const found = await look(
      [month('2022-05-10', 5000)],
      days('2022-05-01', '2022-05-14'),
      days('2022-05-17', '2022-05-31'),
    );
    expect(found).toMatchObject({ twice: [], total: 29 * 24, missing: 48 });
  });

  it('counts by its own row where only some of its days are there', async () => {
    const found = await look(
      [month('2022-05-10', 5000), month('2022-06-01', 7)],
      days('2022-05-25', '2022-05-31'),
    );
    expect(found).toEqual({
      twice: [],
      total: 5007,
      missing: 0,
      setAside: { overlapping_period: { rows: 7, values: 168, energy: 168 } },
      unbalanced: 0,
    });
  });

  it('is not absent where the other kind of row tells it', async () => {
    const found = await look(
      [month('2022-03-01', 100), month('2022-05-01', 200)],
      days('2022-04-01', '2022-04-30'),
      days('2022-06-01', '2022-06-02'),
    );
    expect(found).toEqual({ twice: [], total: 300 + 32 * 24, missing: 0, setAside: {}, unbalanced: 0 });
  });
});
