import type { CalendarDay } from '../domain/local-time';
import type { DuplicatePolicy } from '../domain/policy';
import { readResolution } from './cell-text';
import type { DayRow, SetAsideAs } from './day-batch';
import { DaySlots } from './day-slots';
import type { Aside } from './day-slots';
import { flagRuns } from './flag-runs';
import type { InputMapping } from './input-mapping';
import { MONTH_MINUTES, usualInterval } from './interval-length';
import type { LongSeries } from './long-series';
import type { PartTaker } from './part-taker';
import type { ZoneCalendar } from './zone-calendar';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** A reading on its way into a day. */
interface Placed {
  index: number;
  /** The start of its interval: an instant, or the wall clock where `isWall`. */
  start: number;
  isWall: boolean;
  date: number;
}

/** The days of one series, in order, then what was set aside; of a part, those that are opened. */
export function* seriesDays(
  series: LongSeries,
  mapping: InputMapping,
  calendar: ZoneCalendar,
  duplicates: DuplicatePolicy,
  part: PartTaker | null,
): Generator<DayRow, void, undefined> {
  const stated = series.resolution === null ? null : readResolution(series.resolution);
  const sorted = series.times.slice(0, series.length).sort();
  const usual = mapping.resolutionMinutes ?? stated ?? usualInterval(sorted) ?? 60;
  const placed = placeAll(series, mapping, calendar, usual);
  placed.sort((one, other) => one.date - other.date || one.index - other.index);
  for (let from = 0; from < placed.length;) {
    let to = from + 1;
    while (to < placed.length && placed[to]!.date === placed[from]!.date) to++;
    const day = placed.slice(from, to);
    from = to;
    if (part && !part.takesDate(day[0]!.date)) continue;
    for (const { index } of day) part?.take(series.rows[index]!, series.valueAt(index) === null ? 0 : 1);
    const minutes = mapping.resolutionMinutes ?? stated ?? intervalOfDay(day, usual);
    yield* dayRows(series, alike(day, calendar), calendar.dayOf(day[0]!.date), minutes, duplicates);
  }
}

/** Gives every reading the start of its interval and its local date. */
function placeAll(
  series: LongSeries,
  mapping: InputMapping,
  calendar: ZoneCalendar,
  usual: number,
): Placed[] {
  const placed: Placed[] = [];
  const passes = mapping.clock.kind === 'local' ? repeatedPasses(series, calendar) : null;
  const back = mapping.label === 'end' && usual < MONTH_MINUTES ? usual * MINUTE : 0;
  for (let index = 0; index < series.length; index++) {
    const time = series.times[index]!;
    if (mapping.clock.kind !== 'local') {
      // A day's value ends at the next local midnight, whatever the day's length: half a day back is on that day.
      const start = usual === 1440 ? time - (back && DAY / 2) : time - back;
      placed.push({ index, start, isWall: false, date: calendar.dayAt(start).localDate / DAY });
      continue;
    }
    placed.push(placeLocal(index, time, back, passes?.get(index), calendar, usual));
  }
  return placed;
}

/** A wall-clock time: counted on the true line of time where that matters, which is near a clock change. */
function placeLocal(
  index: number,
  wall: number,
  back: number,
  pass: 1 | 2 | undefined,
  calendar: ZoneCalendar,
  usual: number,
): Placed {
  const labelled = Math.floor(wall / DAY);
  if (usual < 1440 && (pass !== undefined || back > 0)) {
    const day = calendar.dayOf(labelled);
    const before = back > 0 && wall - back < labelled * DAY ? calendar.dayOf(labelled - 1) : day;
    if (pass !== undefined || day.shiftMinutes > 0 || before.shiftMinutes > 0) {
      const start = calendar.instantOf(wall, pass ?? 1) - back;
      return { index, start, isWall: false, date: calendar.dayAt(start).localDate / DAY };
    }
  }
  const start = wall - back;
  return { index, start, isWall: true, date: Math.floor(start / DAY) };
}

/**
 * Which pass of a repeated hour each reading of it belongs to, for days where the
 * file has both: the first that occurs is the first pass, unless the file runs
 * backwards. Whether the passes stand one after the other or interleaved does
 * not matter. On a day with both, every reading gets a pass.
 */
function repeatedPasses(series: LongSeries, calendar: ZoneCalendar): Map<number, 1 | 2> {
  const byDay = new Map<number, number[]>();
  for (let index = 0; index < series.length; index++) {
    const date = Math.floor(series.times[index]! / DAY);
    if (calendar.dayOf(date).shiftMinutes >= 0) continue;
    byDay.set(date, [...(byDay.get(date) ?? []), index]);
  }
  const passes = new Map<number, 1 | 2>();
  for (const [date, indices] of byDay) {
    const { shiftStartMinute, shiftMinutes } = calendar.dayOf(date);
    const isRepeated = (index: number) => {
      const minute = (series.times[index]! - date * DAY) / MINUTE;
      return minute >= shiftStartMinute! && minute < shiftStartMinute! - shiftMinutes;
    };
    const seen = new Map<number, number>();
    for (const index of indices.filter(isRepeated)) {
      const time = series.times[index]!;
      seen.set(time, (seen.get(time) ?? 0) + 1);
    }
    if (![...seen.values()].some((count) => count > 1)) continue;
    const backwards = series.times[indices[0]!]! > series.times[indices.at(-1)!]!;
    const met = new Map<number, number>();
    for (const index of backwards ? indices.toReversed() : indices) {
      const time = series.times[index]!;
      const before = met.get(time) ?? 0;
      met.set(time, before + 1);
      passes.set(index, isRepeated(index) && before > 0 ? 2 : 1);
    }
  }
  return passes;
}

/** A day may be finer or coarser than the series usually is. */
function intervalOfDay(day: readonly Placed[], usual: number): number {
  if (day.length < 4 || usual >= 1440) return usual;
  const starts = Float64Array.from(day, (each) => each.start).sort();
  return usualInterval(starts) ?? usual;
}

/** A day with one reading on the true line of time has all of them on it. */
function alike(day: readonly Placed[], calendar: ZoneCalendar): readonly Placed[] {
  if (day.every((each) => each.isWall)) return day;
  return day.map((each) =>
    each.isWall ? { ...each, start: calendar.instantOf(each.start, 1), isWall: false } : each,
  );
}

function* dayRows(
  series: LongSeries,
  day: readonly Placed[],
  calendarDay: CalendarDay,
  minutes: number,
  duplicates: DuplicatePolicy,
): Generator<DayRow, void, undefined> {
  const isWhole = minutes >= 1440;
  const isElapsed = day.some((each) => !each.isWall);
  const length = isElapsed ? calendarDay.dayMinutes : 1440;
  const slots = new DaySlots(isWhole ? 1 : Math.floor(length / minutes), duplicates);
  const origin = isElapsed ? calendarDay.startUtc : calendarDay.localDate;
  for (const { index, start } of day) {
    const slot = isWhole ? 0 : (start - origin) / (minutes * MINUTE);
    slots.place(slot, series.valueAt(index), series.rows[index]!, series.flagAt(index));
  }
  const resolution = minutes === MONTH_MINUTES ? 'P1M' : minutes === 1440 ? 'P1D' : `${minutes}min`;
  const row = (
    values: readonly (number | null)[],
    sourceRow: number,
    setAsideAs: SetAsideAs | null,
  ): DayRow => ({
    clientId: series.clientId,
    meter: series.meter,
    date: calendarDay.localDate / DAY,
    values,
    resolution,
    fuel: series.fuel,
    channel: series.channel,
    unit: series.unit,
    sourceRow,
    setAsideAs,
    flags:
      setAsideAs === null ? flagRuns(slots.values.map((_, slot) => slots.flags.get(slot) ?? null)) : null,
  });
  if (slots.firstRow >= 0) yield row(slots.values, slots.firstRow, null);
  yield* asideRows(slots.aside, row);
}

/** One row per reason, with all the values of the day that it took. */
function* asideRows(
  aside: readonly Aside[],
  row: (values: readonly (number | null)[], sourceRow: number, reason: SetAsideAs) => DayRow,
): Generator<DayRow, void, undefined> {
  for (const reason of ['repeated_identical', 'repeated_conflicting', 'off_grid'] as const) {
    const those = aside.filter((each) => each.reason === reason);
    if (those.length === 0) continue;
    yield row(
      those.map((each) => each.value),
      Math.min(...those.map((each) => each.row)),
      reason,
    );
  }
}
