import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { dateOf, MINUTE } from '../../src/cli/samples/vilnius-clock';
import type { TrueInterval } from '../../src/cli/samples/vilnius-clock';

const ICU_SQL = readFileSync(new URL('../corpus/icu-intervals.sql', import.meta.url), 'utf8');

/** A quarter of an hour of a zone: the grain from which every interval of the corpus is built. */
type Quarter = TrueInterval;

/**
 * Quarter hours of a zone by native DuckDB's ICU: an oracle that shares no code with the
 * product's calendar. Covers the local dates `first` to `last` and two days on either side.
 */
export async function trueQuarters(zone: string, first: string, last: string): Promise<Quarter[]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  try {
    const connection = await instance.connect();
    await connection.run("set timezone = 'UTC'");
    const result = await connection.runAndReadAll(ICU_SQL, { zone, first, last });
    const quarters = result.getRows().map(([utc, local]) => ({
      utc: Number(utc),
      local: Number(local),
      offset_minutes: (Number(local) - Number(utc)) / MINUTE,
      interval_minutes: 15,
    }));
    connection.closeSync();
    return quarters;
  } finally {
    instance.closeSync();
  }
}

/**
 * The real intervals of local dates, cut where the wall clock passes a multiple of the
 * resolution and where its offset changes (Lord Howe at 60 minutes has one of 30).
 */
export function localIntervals(
  quarters: readonly Quarter[],
  first: number,
  last: number,
  minutes: number,
): TrueInterval[] {
  const within = quarters.filter(({ local }) => dateOf(local) >= first && dateOf(local) <= last);
  return gathered(
    within,
    (quarter) => `${quarter.offset_minutes}/${Math.floor(quarter.local / MINUTE / minutes)}`,
  );
}

/** The real intervals of the days `first` to `last` of a clock that never changes, `offset` minutes ahead of UTC. */
export function fixedIntervals(
  quarters: readonly Quarter[],
  first: number,
  last: number,
  minutes: number,
  offset: number,
): TrueInterval[] {
  const within = quarters.filter(({ utc }) => {
    const date = dateOf(utc + offset * MINUTE);
    return date >= first && date <= last;
  });
  return gathered(within, (quarter) => `${Math.floor((quarter.utc / MINUTE + offset) / minutes)}`);
}

function gathered(quarters: readonly Quarter[], keyOf: (quarter: Quarter) => string): TrueInterval[] {
  const intervals: TrueInterval[] = [];
  let last = '';
  for (const quarter of quarters) {
    const key = keyOf(quarter);
    const open = intervals.at(-1);
    if (open && key === last) open.interval_minutes += 15;
    else intervals.push({ ...quarter });
    last = key;
  }
  return intervals;
}
