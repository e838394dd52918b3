import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { dateOf, MINUTE, type TrueInterval } from '../../src/cli/samples/vilnius-clock';
import type { Clock } from './truth';

const ICU_SQL = readFileSync(new URL('./icu-intervals.sql', import.meta.url), 'utf8');

/**
 * The true intervals of a zone as native DuckDB's ICU knows them: an oracle that shares
 * no code with the product's calendar. Covers the local dates `first` to `last` (ISO);
 * day bounds must fall on quarter hours, and dates must not run backwards (a clock set
 * back across midnight just after it).
 */
export async function icuClock(zone: string, first: string, last: string, minutes: number): Promise<Clock> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  try {
    const connection = await instance.connect();
    // The session's zone must not colour the cast of a plain timestamp to an instant.
    await connection.run("set timezone = 'UTC'");
    const result = await connection.runAndReadAll(ICU_SQL, { zone, first, last, step: 15 });
    const quarters = result.getRows().map(([utc, local]) => quarter(Number(utc), Number(local)));
    connection.closeSync();
    return (from, to) => everyNth(quarters, from, to, minutes);
  } finally {
    instance.closeSync();
  }
}

function quarter(utc: number, local: number): TrueInterval {
  return { utc, local, offset_minutes: (local - utc) / MINUTE, interval_minutes: 15 };
}

function everyNth(
  quarters: readonly TrueInterval[],
  from: number,
  to: number,
  minutes: number,
): TrueInterval[] {
  const within = quarters.filter(({ local }) => dateOf(local) >= from && dateOf(local) <= to);
  return within
    .filter((_quarter, index) => index % (minutes / 15) === 0)
    .map((start) => ({ ...start, interval_minutes: minutes }));
}
