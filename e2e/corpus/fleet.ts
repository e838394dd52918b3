import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

/** How large a fleet to invent. Dates start at 2022-01-01. */
export interface FleetOptions {
  meters: number;
  days: number;
  /** A divisor of 60. */
  resolutionMinutes: number;
  seed: number;
}

const FLEET_SQL = readFileSync(new URL('./fleet.sql', import.meta.url), 'utf8');

/**
 * Writes a fleet to a Parquet file: the input contract with int64 lists, wall-clock
 * slots of Europe/Vilnius (null in spring, the sum in autumn), every slot different.
 * The same options give the same bytes. 1,000 meters × 365 days take some 11 MB.
 */
export async function writeFleet(path: string, options: FleetOptions): Promise<void> {
  // One thread keeps the row groups, and so the bytes, the same on every machine.
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  try {
    const connection = await instance.connect();
    await connection.run(FLEET_SQL, {
      path,
      meters: options.meters,
      days: options.days,
      resolution_minutes: options.resolutionMinutes,
      seed: options.seed,
    });
    connection.closeSync();
  } finally {
    instance.closeSync();
  }
}
