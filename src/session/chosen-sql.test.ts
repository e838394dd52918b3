import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runFiles } from '../../e2e/native-run/native-run';
import type { NativeRun } from '../../e2e/native-run/native-run';
import { samplePath } from '../../e2e/native-run/test-folder';
import { chosenColumns } from './chosen-columns';
import { CHOSEN_EXPECTED_SQL, chosenParameters, chosenRowsSql } from './chosen-sql';
import { chosenParts } from './chosen-parts';
import type { ExportChoice } from './chosen-sql';

const ALL: ExportChoice = {
  seriesIds: null,
  period: null,
  resolution: 'native',
  unit: null,
  columns: null,
  format: 'parquet',
  byMonth: false,
};
const EVERY_RANK = { first_rank: 0, last_rank: 2_147_483_647 };

interface ChosenRow {
  ext_dev_ref: string;
  channel: string;
  timestamp_utc: number;
  timestamp_local: number;
  local_date: number;
  minutes: number;
  energy: number | null;
  unit: string;
  intervals: number;
  intervals_with_value: number;
  minutes_known: number;
  coverage: number;
  intervals_split: number;
}

interface ChosenSums {
  channel: string;
  interval_count: number;
  energy: number;
  partly_known: number;
  wrongly_null: number;
  wrongly_covered: number;
}

let year: NativeRun;
let portfolio: NativeRun;
beforeAll(async () => {
  year = await runFiles([samplePath('sample-year')], { assumedUnit: 'kWh' });
  portfolio = await runFiles([samplePath('sample-portfolio')]);
});
afterAll(async () => {
  await year.close();
  await portfolio.close();
});

function rows(run: NativeRun, change: Partial<ExportChoice>): Promise<ChosenRow[]> {
  const choice = { ...ALL, ...change };
  return run.connection.query<ChosenRow>(chosenRowsSql(choice.resolution), {
    parameters: { ...EVERY_RANK, ...chosenParameters(choice) },
  });
}

async function expected(run: NativeRun, change: Partial<ExportChoice>) {
  return run.connection.query<{ channel: string; interval_count: number; energy: string }>(
    CHOSEN_EXPECTED_SQL,
    {
      parameters: { ...EVERY_RANK, ...chosenParameters({ ...ALL, ...change }) },
    },
  );
}

const on = (date: string) => Date.parse(`${date}T00:00:00Z`);
const dated = (list: ChosenRow[], date: string) => list.filter((row) => row.local_date === on(date));

describe('a chosen export', () => {
  it('of everything at its own interval is the analytical table', async () => {
    const chosen = await rows(year, {});
    expect(chosen).toHaveLength(8760);
    expect(await expected(year, {})).toMatchObject([{ interval_count: 8760, energy: '876000' }]);
  });

  it('by day has 23 and 25 hours on the days when the clocks change', async () => {
    const days = await rows(year, { resolution: 'day' });
    expect(days).toHaveLength(365);
    expect(dated(days, '2022-03-27')).toMatchObject([{ minutes: 1380, energy: 2300, coverage: 1 }]);
    expect(dated(days, '2022-10-30')).toMatchObject([{ minutes: 1500, energy: 2500, intervals_split: 2 }]);
    expect(days[0]!.timestamp_utc).toBe(Date.parse('2021-12-31T22:00:00Z'));
    expect(days[0]!.timestamp_local).toBe(on('2022-01-01'));
  });

  it('by month has the true minutes of each month', async () => {
    const months = await rows(year, { resolution: 'month' });
    expect(months.map(({ minutes }) => minutes / 60)).toEqual([
      744, 672, 743, 720, 744, 720, 744, 744, 720, 745, 720, 744,
    ]);
    expect(months.map(({ energy }) => energy)).toEqual(months.map(({ minutes }) => (minutes / 60) * 100));
  });

  it('by hour, from 15 minutes, has every hour of the days when the clocks change once', async () => {
    const quarter = await portfolio.connection.query<{ series_id: number }>(
      'select distinct series_id from reading where interval_minutes = 15 order by series_id limit 1',
    );
    const seriesIds = [quarter[0]!.series_id];
    const hours = await rows(portfolio, { resolution: 'hour', seriesIds });
    expect(dated(hours, '2023-03-26')).toHaveLength(23);
    const autumn = dated(hours, '2023-10-29');
    expect(autumn).toHaveLength(25);
    expect(new Set(autumn.map(({ timestamp_utc }) => timestamp_utc)).size).toBe(25);
    expect(autumn.every(({ minutes, intervals }) => minutes === 60 && intervals === 4)).toBe(true);
    const utc = hours.map(({ timestamp_utc }) => timestamp_utc);
    expect(utc.every((time, index) => index === 0 || time - utc[index - 1]! === 3_600_000)).toBe(true);
  });

  it.each(['hour', 'day', 'month'] as const)(
    'by %s keeps all energy and says what is missing',
    async (resolution) => {
      const parameters = { ...EVERY_RANK, ...chosenParameters({ ...ALL, resolution }) };
      const sums = await portfolio.connection.query<ChosenSums>(
        `select fuel, channel, sum(intervals)::double as interval_count, sum(energy) as energy,
            count(*) filter (where coverage < 1)::double as partly_known,
            count(*) filter (where (energy is null) != (intervals_with_value = 0))::double as wrongly_null,
            count(*) filter (where abs(coverage - minutes_known / minutes) > 1e-12)::double as wrongly_covered
        from (${chosenRowsSql(resolution)}) group by all order by all`,
        { parameters },
      );
      const totals = await expected(portfolio, {});
      expect(sums).toHaveLength(totals.length);
      for (const [index, sum] of sums.entries()) {
        expect(sum).toMatchObject({ channel: totals[index]!.channel, wrongly_null: 0, wrongly_covered: 0 });
        expect(sum.interval_count).toBe(totals[index]!.interval_count);
        expect(sum.energy).toBeCloseTo(Number(totals[index]!.energy), 3);
      }
      expect(sums.some(({ partly_known }) => partly_known > 0)).toBe(true);
    },
  );

  it('tells estimates apart, which are in the energy and not in the coverage', async () => {
    const estimated = await runFiles([samplePath('sample-portfolio')], { estimate: 'export' });
    const parameters = { ...EVERY_RANK, ...chosenParameters({ ...ALL, resolution: 'month' }) };
    const sums = `select sum(energy - coalesce(energy_estimated, 0)) as known_energy,
        sum(minutes_known)::double as minutes_known, sum(intervals_estimated)::double as intervals_estimated
        from (${chosenRowsSql('month')})`;
    const query = async (run: NativeRun) => {
      const [row] = await run.connection.query<Record<string, number>>(sums, { parameters });
      return row!;
    };
    const [without, found] = [await query(portfolio), await query(estimated)];
    await estimated.close();
    expect(without['intervals_estimated']).toBe(0);
    expect(found['intervals_estimated']).toBeGreaterThan(0);
    expect(found['minutes_known']).toBe(without['minutes_known']);
    expect(found['known_energy']).toBeCloseTo(without['known_energy']!, 3);
  });

  it('never spreads what is coarser than asked for', async () => {
    const daily = await portfolio.connection.query<{ series_id: number; row_count: number }>(
      'select series_id, count(*)::double as row_count from reading where interval_minutes > 60 group by all',
    );
    const hours = await rows(portfolio, {
      resolution: 'hour',
      seriesIds: daily.length > 0 ? daily.map(({ series_id }) => series_id) : [-1],
    });
    const kept = hours.filter(({ minutes }) => minutes > 60).length;
    expect(kept).toBe(daily.reduce((sum, { row_count }) => sum + row_count, 0));
  });

  it('of a period holds its local dates and no others', async () => {
    const period = { from_date_ms: on('2022-03-26'), to_date_ms: on('2022-03-28') };
    const chosen = await rows(year, { period });
    expect(chosen).toHaveLength(24 + 23);
    expect([...new Set(chosen.map(({ local_date }) => local_date))]).toEqual([
      on('2022-03-26'),
      on('2022-03-27'),
    ]);
  });

  it.each([
    ['Wh', 100_000, '876000000'],
    ['kWh', 100, '876000'],
    ['MWh', 0.1, '876'],
  ] as const)('in %s is exact', async (unit, each, total) => {
    const chosen = await rows(year, { unit });
    expect(chosen[0]).toMatchObject({ energy: each, unit });
    expect(await expected(year, { unit })).toMatchObject([{ energy: total }]);
  });

  it('leaves a unit that is no energy as it is', async () => {
    const units = new Set(
      (await rows(portfolio, { unit: 'MWh', resolution: 'month' })).map(({ unit }) => unit),
    );
    const stated = new Set((await rows(portfolio, { resolution: 'month' })).map(({ unit }) => unit));
    expect([...units].sort()).toEqual(
      [...new Set([...stated].map((unit) => (['Wh', 'kWh', 'MWh'].includes(unit) ? 'MWh' : unit)))].sort(),
    );
  });

  it.each(['native', 'hour', 'day', 'month'] as const)(
    'by %s has the columns that are offered',
    async (resolution) => {
      const [row] = await rows(year, { resolution });
      expect(Object.keys(row!)).toEqual(chosenColumns(resolution));
    },
  );

  it('of some columns has these, in their order, and the rows in theirs', async () => {
    const parameters = { ...EVERY_RANK, ...chosenParameters(ALL) };
    const sql = chosenRowsSql('native', ['energy', 'timestamp_utc', 'no_such_column']);
    const few = await year.connection.query<ChosenRow>(sql, { parameters });
    expect(Object.keys(few[0]!)).toEqual(['timestamp_utc', 'energy']);
    const all = await rows(year, {});
    expect(few).toEqual(all.map(({ timestamp_utc, energy }) => ({ timestamp_utc, energy })));
  });

  it('of the months one by one is the whole', async () => {
    const dates = { first: on('2023-01-01'), last: on('2024-12-31') };
    const months = chosenParts({ byMonth: true, period: null }, dates);
    const parts = [];
    for (const { period } of months) parts.push(await expected(portfolio, { period }));
    const counted = parts.flat().reduce((sum, { interval_count }) => sum + interval_count, 0);
    const whole = await expected(portfolio, {});
    expect(months.length).toBeGreaterThanOrEqual(24);
    expect(counted).toBe(whole.reduce((sum, { interval_count }) => sum + interval_count, 0));
  });

  it('of no series has no rows', async () => {
    expect(await rows(year, { seriesIds: [-1] })).toEqual([]);
  });
});
