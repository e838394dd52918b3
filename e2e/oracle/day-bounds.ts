import { expect, it } from 'vitest';
import { isKnownZone, localCalendar } from '../../src/domain/local-time';
import type { CalendarDay } from '../../src/domain/local-time';
import { createNodeEngine } from '../../src/engine/node-engine';
import type { NodeConnection } from '../../src/engine/node-engine';
import dayBounds from './day_bounds.sql?raw';
import zoneNames from './zone_names.sql?raw';

/**
 * Day bounds of every zone of the tz database for 1990 to 2035, held against
 * DuckDB's ICU, which shares no code with the calendar.
 */
const FIRST = Date.UTC(1990, 0, 1);
const LAST = Date.UTC(2035, 11, 31);

/** Runs half of the zones: two files, so that two cores share the work. */
export function testDayBounds(half: 0 | 1): void {
  it('agrees with ICU on every local date of 1990 to 2035', { timeout: 600_000 }, async () => {
    const engine = await createNodeEngine({ threads: 1 });
    const connection = await engine.connect();
    const zones = (await connection.query<{ zone: string }>(zoneNames))
      .map((row) => row.zone)
      .filter(isKnownZone);
    const distinct = [...new Set(zones.map(canonicalZone))].sort();
    expect(distinct.length).toBeGreaterThan(400);
    for (const zone of distinct.filter((_zone, index) => index % 2 === half)) {
      const days = localCalendar(zone, FIRST, LAST);
      await load(connection, zone, days);
      expect(await connection.query(dayBounds), zone).toEqual([]);
      expect(isPartition(days), zone).toBe(true);
    }
    await connection.close();
    await engine.close();
  });
}

/** Aliases share their rules with the zone that they link to. */
function canonicalZone(zone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
}

async function load(connection: NodeConnection, zone: string, days: CalendarDay[]): Promise<void> {
  await connection.createSmallTable('tested_day', {
    columns: [
      { name: 'zone', type: 'varchar' },
      { name: 'local_date', type: 'date' },
      { name: 'start_utc', type: 'timestamp' },
      { name: 'offset_minutes', type: 'integer' },
      { name: 'near_transition', type: 'boolean' },
    ],
    rows: days
      .filter((day) => day.dayMinutes > 0)
      .map((day, index, all) => [
        zone,
        day.localDate,
        day.startUtc,
        day.startLocalMinute > 0 ? day.offsetAfterMinutes : day.offsetBeforeMinutes,
        day.shiftMinutes !== 0 || (all[index - 1]?.shiftMinutes ?? 0) !== 0,
      ]),
  });
}

function isPartition(days: CalendarDay[]): boolean {
  return days.every((day, index) => {
    const next = days[index + 1];
    return next === undefined || day.startUtc + day.dayMinutes * 60_000 === next.startUtc;
  });
}
