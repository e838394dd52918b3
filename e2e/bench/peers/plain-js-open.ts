import { localCalendar } from '../../../src/domain/local-time';
import { holdToLedger } from './plain-js-checks';
import { requireSummedWallClock } from './plain-js-clock';
import { dayFigures, meterFigures, type Calendar, type DayFigures } from './plain-js-figures';
import { checksum, readMeters, type FoldedDay, type ReadMeter } from './plain-js-read';
import {
  completeness,
  doubtValues,
  note,
  rowRules,
  runsOfEqual,
  type Findings,
  type Suspects,
} from './plain-js-rules';
import { ABSENT_ROW, MISSING, SPLIT, unfoldSeries, type UnfoldedSeries } from './plain-js-unfold';

const ZONE = 'Europe/Vilnius';
const DAY = 86_400_000;

/** All that opening a file makes, kept for the questions that follow. */
export interface OpenedMeter {
  series: UnfoldedSeries;
  days: FoldedDay[];
  figures: DayFigures;
  findings: Findings;
}

export interface OpenedFile {
  sha256: string;
  meters: OpenedMeter[];
}

/** What a meter's rows come to before they are unfolded: those that count, in order, and those set aside. */
interface Counted {
  days: FoldedDay[];
  set_aside: { values: number; energy: number };
}

/**
 * Opens a file as the ETL does: counts what is read, sorts out repeated rows, finds out how the clock changes are
 * written, takes figures of every day, runs every rule, unfolds, and holds what is shown to what was read.
 * @throws Error for a file of another kind than the benchmark's, instead of setting its rows aside
 */
export async function openFile(path: string): Promise<OpenedFile> {
  const sha256 = await checksum(path);
  const meters = (await readMeters(path)).sort(
    (one, other) => compare(one.client_id, other.client_id) || compare(one.ext_dev_ref, other.ext_dev_ref),
  );
  const findings = meters.map((): Findings => new Map());
  const counted = meters.map((meter, index) => countedDays(meter, findings[index]!));
  const calendar = calendarOf(counted);
  requireSummedWallClock(
    counted.map(({ days }) => days),
    calendar,
  );
  const runDate = Math.floor(Date.now() / DAY) * DAY;
  return {
    sha256,
    meters: meters.map((meter, index) =>
      openMeter(meter, counted[index]!, { calendar, runDate, findings: findings[index]! }),
    ),
  };
}

interface Frame {
  calendar: Calendar;
  runDate: number;
  findings: Findings;
}

function openMeter(meter: ReadMeter, { days, set_aside }: Counted, frame: Frame): OpenedMeter {
  const { calendar, runDate, findings } = frame;
  const figures = dayFigures(days);
  const judged = { days, figures, meter: meterFigures(days, figures), calendar };
  const suspects = doubtValues(judged, findings);
  runsOfEqual(judged, findings);
  completeness(judged, findings);
  rowRules(judged, runDate, findings);
  const skipped = skippedValues(days, calendar, findings);
  const whole = withAbsentDays(days, suspects);
  const series = unfoldSeries(meter, whole.days, calendar, whole.suspects);
  settleDays(series, figures, days, calendar);
  noteIntervals(series, findings);
  holdToLedger(series, meter, {
    values: set_aside.values + skipped.values,
    energy: set_aside.energy + skipped.energy,
  });
  return { series, days, figures, findings };
}

/** Sorts a meter's rows by date. Of several for one date the last counts; the others are set aside. */
function countedDays(meter: ReadMeter, findings: Findings): Counted {
  const sorted = meter.days.sort((one, other) => one.date - other.date || one.row - other.row);
  const set_aside = { values: 0, energy: 0 };
  const days: FoldedDay[] = [];
  for (let at = 0; at < sorted.length; at++) {
    const day = sorted[at]!;
    if (sorted[at + 1]?.date !== day.date) {
      days.push(day);
      continue;
    }
    let last = at + 1;
    while (sorted[last + 1]?.date === day.date) last += 1;
    const isSame = sorted[last]!.minutes === day.minutes && isEqual(sorted[last]!.values, day.values);
    note(findings, isSame ? 'duplicate_identical' : 'duplicate_conflicting', 'set_aside', 1);
    for (const value of day.values) {
      if (value !== value) continue;
      set_aside.values += 1;
      set_aside.energy += value;
    }
  }
  return { days, set_aside };
}

function isEqual(one: Float64Array, other: Float64Array): boolean {
  return one.length === other.length && one.every((value, slot) => Object.is(value, other[slot]));
}

function calendarOf(counted: readonly Counted[]): Calendar {
  let [first, last] = [Infinity, -Infinity];
  for (const { days } of counted) {
    first = Math.min(first, days[0]!.date);
    last = Math.max(last, days.at(-1)!.date);
  }
  return new Map(localCalendar(ZONE, first, last).map((day) => [day.localDate, day]));
}

/** Values in slots that the clocks skip: no interval stands for them, so they are set aside. */
function skippedValues(days: readonly FoldedDay[], calendar: Calendar, findings: Findings) {
  const set_aside = { values: 0, energy: 0 };
  for (const { date, minutes, values } of days) {
    const { shiftMinutes, shiftStartMinute } = calendar.get(date)!;
    if (shiftMinutes <= 0) continue;
    for (
      let slot = shiftStartMinute! / minutes;
      slot < (shiftStartMinute! + shiftMinutes) / minutes;
      slot++
    ) {
      const value = values[slot]!;
      if (value !== value) continue;
      note(findings, value === 0 ? 'zero_in_nonexistent_hour' : 'value_in_nonexistent_hour', 'set_aside', 1);
      set_aside.values += 1;
      set_aside.energy += value;
    }
  }
  return set_aside;
}

/** Puts the dates in that have no row. The places of doubted values move with their days. */
function withAbsentDays(days: readonly FoldedDay[], suspects: Suspects) {
  const span = (days.at(-1)!.date - days[0]!.date) / DAY + 1;
  if (span === days.length) return { days, suspects };
  const whole: FoldedDay[] = [];
  const moved = new Map<number, number>();
  for (const [place, day] of days.entries()) {
    const before = whole.at(-1);
    for (let date = before ? before.date + DAY : day.date; date < day.date; date += DAY) {
      whole.push({ date, minutes: before!.minutes, values: new Float64Array(0), row: ABSENT_ROW });
    }
    moved.set(place, whole.length);
    whole.push(day);
  }
  const placed = [...suspects].map(
    ([place, rule]) => [moved.get(Math.floor(place / 65_536))! * 65_536 + (place % 65_536), rule] as const,
  );
  return { days: whole, suspects: new Map(placed) };
}

/** The figures of each day as `series_day.sql` has them. Only where the clocks change are intervals looked into again. */
function settleDays(
  series: UnfoldedSeries,
  figures: DayFigures,
  days: readonly FoldedDay[],
  calendar: Calendar,
): void {
  let at = 0;
  for (const [day, { date, minutes, row }] of days.entries()) {
    while (series.row[at] !== row) at += 1;
    const { dayMinutes, shiftMinutes } = calendar.get(date)!;
    const count = dayMinutes / minutes;
    figures.intervals[day] = count;
    figures.minutesKnown[day] = figures.valueCount[day]! * minutes;
    figures.energy[day] = figures.total[day]!;
    figures.highestRate[day] = (figures.highest[day]! * 60) / minutes;
    if (shiftMinutes !== 0) settleDay(series, figures, day, { from: at, count, minutes });
    at += count;
  }
}

interface Span {
  from: number;
  count: number;
  minutes: number;
}

function settleDay(
  { energy }: UnfoldedSeries,
  figures: DayFigures,
  day: number,
  { from, count, minutes }: Span,
): void {
  let [known, sum, highest] = [0, 0, -Infinity];
  for (let at = from; at < from + count; at++) {
    const value = energy[at]!;
    if (value !== value) continue;
    known += 1;
    sum += value;
    highest = Math.max(highest, value);
  }
  figures.minutesKnown[day] = known * minutes;
  figures.energy[day] = sum;
  figures.highestRate[day] = (highest * 60) / minutes;
}

/** What each interval says of itself: that it shares a value, or has none. */
function noteIntervals({ quality, row }: UnfoldedSeries, findings: Findings): void {
  let [split, missing, absent] = [0, 0, 0];
  for (let at = 0; at < quality.length; at++) {
    if (quality[at] === SPLIT) split += 1;
    else if (quality[at] === MISSING) {
      if (row[at] === ABSENT_ROW) absent += 1;
      else missing += 1;
    }
  }
  note(findings, 'wall_clock_summed', 'finding', split);
  note(findings, 'null_in_source', 'finding', missing);
  note(findings, 'day_absent', 'finding', absent);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
