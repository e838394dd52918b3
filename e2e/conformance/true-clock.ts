import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { dateOf, MINUTE } from '../../src/cli/samples/vilnius-clock';
import type { TrueInterval } from '../../src/cli/samples/vilnius-clock';

const ICU_SQL = readFileSync(new URL('../corpus/icu-intervals.sql', import.meta.url), 'utf8');

/** Some minutes of a zone: the grain from which every interval of the corpus is built. */
type Grain = TrueInterval;

/** The longest grain that intervals of a length, and every change of the clocks, are made of. */
export const grainMinutes = (minutes: number): number => (minutes % 15 === 0 ? 15 : 5);

/**
 * A zone cut into grains of `step` minutes by native DuckDB's ICU: an oracle that shares no code with the
 * product's calendar. Covers the local dates `first` to `last` and two days on either side.
 */
export async function trueGrains(zone: string, first: string, last: string, step: number): Promise<Grain[]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  try {
    const connection = await instance.connect();
    await connection.run("set timezone = 'UTC'");
    const result = await connection.runAndReadAll(ICU_SQL, { zone, first, last, step });
    const grains = result.getRows().map(([utc, local]) => ({
      utc: Number(utc),
      local: Number(local),
      offset_minutes: (Number(local) - Number(utc)) / MINUTE,
      interval_minutes: step,
    }));
    connection.closeSync();
    return grains;
  } finally {
    instance.closeSync();
  }
}

/**
 * The real intervals of local dates, cut where the wall clock passes a multiple of the
 * resolution and where its offset changes (Lord Howe at 60 minutes has one of 30).
 */
export function localIntervals(
  grains: readonly Grain[],
  first: number,
  last: number,
  minutes: number,
): TrueInterval[] {
  const within = grains.filter(({ local }) => dateOf(local) >= first && dateOf(local) <= last);
  return gathered(within, (grain) => `${grain.offset_minutes}/${Math.floor(grain.local / MINUTE / minutes)}`);
}

/** The real intervals of the days `first` to `last` of a clock that never changes, `offset` minutes ahead of UTC. */
export function fixedIntervals(
  grains: readonly Grain[],
  first: number,
  last: number,
  minutes: number,
  offset: number,
): TrueInterval[] {
  const within = grains.filter(({ utc }) => {
    const date = dateOf(utc + offset * MINUTE);
    return date >= first && date <= last;
  });
  return gathered(within, (grain) => `${Math.floor((grain.utc / MINUTE + offset) / minutes)}`);
}

function gathered(grains: readonly Grain[], keyOf: (grain: Grain) => string): TrueInterval[] {
  const intervals: TrueInterval[] = [];
  let last = '';
  for (const grain of grains) {
    const key = keyOf(grain);
    const open = intervals.at(-1);
    if (open && key === last) open.interval_minutes += grain.interval_minutes;
    else intervals.push({ ...grain });
    last = key;
  }
  return intervals;
}
