import type { NaiveHourRow } from '../../queries/rows/clock-changes';
import { HOUR } from '../../charts/time-text';

/** One hour's tile: where it stands by 24 fixed hours and where it truly belongs, in hours from the left. */
export interface BeforeTile {
  key: string;
  naive: { at: number; minute: number; value: number | null; isShown: boolean };
  /** Null where the slot's time never happened. */
  real: {
    at: number;
    local: number;
    offset: number;
    value: number | null;
  } | null;
  isSplit: boolean;
}

/** A transition day as tiles on one line of hours. */
export interface BeforeDay {
  localDate: number;
  /** Length of the line in hours. */
  hours: number;
  /** The instant at its left end. */
  startUtc: number;
  tiles: BeforeTile[];
  /** Real hours of the day that stand at another instant; one that never was is none of them. */
  misplaced: number;
}

/** The transition days in order. A value that stands for two hours is one naive tile and two real ones. */
export function beforeDays(rows: readonly NaiveHourRow[]): BeforeDay[] {
  const dates = [...new Set(rows.map((row) => row.local_date))];
  return dates.map((date) =>
    dayOf(
      date,
      rows.filter((row) => row.local_date === date),
    ),
  );
}

function dayOf(localDate: number, rows: readonly NaiveHourRow[]): BeforeDay {
  const instants = rows.flatMap((row) => [
    row.naive_utc,
    ...(row.timestamp_utc === null ? [] : [row.timestamp_utc]),
  ]);
  const startUtc = Math.min(...instants);
  const sums = new Map<number, number | null>();
  for (const { naive_minute: minute, energy } of rows) {
    const before = sums.get(minute) ?? null;
    sums.set(minute, energy === null ? before : (before ?? 0) + energy);
  }
  const seen = new Set<number>();
  const tiles = rows.map((row): BeforeTile => {
    const isShown = !seen.has(row.naive_minute);
    seen.add(row.naive_minute);
    return {
      key: `${row.naive_minute}/${row.timestamp_utc ?? 'nothing'}`,
      naive: {
        at: (row.naive_utc - startUtc) / HOUR,
        minute: row.naive_minute,
        value: sums.get(row.naive_minute) ?? null,
        isShown,
      },
      real:
        row.timestamp_utc === null || row.timestamp_local === null
          ? null
          : {
              at: (row.timestamp_utc - startUtc) / HOUR,
              local: row.timestamp_local,
              offset: row.utc_offset_minutes ?? 0,
              value: row.energy,
            },
      isSplit: row.is_split ?? false,
    };
  });
  return {
    localDate,
    startUtc,
    hours: (Math.max(...instants) - startUtc) / HOUR + 1,
    tiles,
    misplaced: rows.filter(({ timestamp_utc: real, naive_utc: naive }) => real !== null && real !== naive)
      .length,
  };
}

/** Energy of a day that 24 fixed hours put at another instant than it was used; null without any value. */
export function displacedEnergy(day: BeforeDay): number | null {
  const moved = day.tiles.filter(({ naive, real }) => real !== null && real.at !== naive.at);
  const known = moved.flatMap(({ real }) => (typeof real?.value === 'number' ? [real.value] : []));
  return known.length === 0 && moved.length > 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** How long the day really was, and what 24 fixed hours make of it. */
export function kindOf(day: BeforeDay): { hours: number; text: string } {
  const real = day.tiles.filter((tile) => tile.real !== null).length;
  const nowhere = day.tiles.some((tile) => tile.real === null);
  const doubled = day.tiles.some((tile) => !tile.naive.isShown);
  const text = nowhere
    ? 'an hour that never was is kept'
    : doubled
      ? 'two hours become one'
      : 'the clock change is not seen';
  return { hours: real, text };
}
