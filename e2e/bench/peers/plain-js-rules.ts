import { RULE_SETTINGS } from '../../../src/domain/rules';
import type { Calendar, DayFigures, MeterFigures } from './plain-js-figures';
import type { FoldedDay } from './plain-js-read';

/** How much each rule found in one meter, by rule and severity, as `finding.sql` counts it. */
export type Findings = Map<string, number>;

/** A meter's days that count, in order, with what is known of them. */
export interface Judged {
  days: readonly FoldedDay[];
  figures: DayFigures;
  meter: MeterFigures;
  calendar: Calendar;
}

const DAY = 86_400_000;
/** A unit that is not stated is taken for watt-hours, as `absurd_magnitude.sql` does. */
const KWH_PER_UNIT = 0.001;
const setting = (rule: string): number =>
  RULE_SETTINGS.find((one) => one.rule === rule)?.threshold ?? Infinity;

export function note(findings: Findings, rule: string, severity: string, count: number): void {
  if (count === 0) return;
  const key = `${rule}/${severity}`;
  findings.set(key, (findings.get(key) ?? 0) + count);
}

/** Doubted values by their place: the day’s × 2¹⁶ + the slot; with the rule behind each. */
export type Suspects = ReadonlyMap<number, string>;

/** A limit of single values; a rule that would doubt too much of a meter doubts nothing, and may say so. */
interface Limit {
  rule: string;
  lower: number;
  upper: number;
  mostShare: number;
  mostValues: number;
  beyond: 'finding' | 'silent';
}

/**
 * The rules that doubt single values: magnitude, sign, spikes. Only days whose lowest or highest value breaks a
 * limit are looked into.
 * @returns the doubted values, as place of the day × 2¹⁶ + slot, with the rule that says most of each
 */
export function doubtValues({ days, figures, meter }: Judged, findings: Findings): Suspects {
  const absurd = setting('absurd_magnitude') / 60 / KWH_PER_UNIT;
  const peak = Math.max(setting('spike') * meter.meanPerMinute, 3 * meter.usualPeakPerMinute);
  const limits: Limit[] = [
    {
      rule: 'absurd_magnitude',
      lower: -absurd,
      upper: absurd,
      mostShare: 0.01,
      mostValues: 200,
      beyond: 'finding',
    },
    {
      rule: 'negative',
      lower: setting('negative'),
      upper: Infinity,
      mostShare: 0.01,
      mostValues: 200,
      beyond: 'finding',
    },
  ];
  if (meter.meanPerMinute > 0) {
    limits.push({
      rule: 'spike',
      lower: -Infinity,
      upper: peak,
      mostShare: 0.001,
      mostValues: 3,
      beyond: 'silent',
    });
  }
  const suspects = new Map<number, string>();
  for (const limit of limits) {
    const found = beyondLimit(days, figures, limit);
    const isFew = found.length <= Math.max(limit.mostValues, limit.mostShare * meter.valueCount);
    if (isFew) for (const place of found) if (!suspects.has(place)) suspects.set(place, limit.rule);
    const severity = isFew ? 'suspect' : limit.beyond;
    if (severity !== 'silent') note(findings, limit.rule, severity, found.length);
  }
  return suspects;
}

function beyondLimit(days: readonly FoldedDay[], figures: DayFigures, { lower, upper }: Limit): number[] {
  const found: number[] = [];
  for (let day = 0; day < days.length; day++) {
    const { minutes, values } = days[day]!;
    if (!(figures.highest[day]! > upper * minutes || figures.lowest[day]! < lower * minutes)) continue;
    for (let slot = 0; slot < values.length; slot++) {
      if (values[slot]! > upper * minutes || values[slot]! < lower * minutes) found.push(day * 65_536 + slot);
    }
  }
  return found;
}

/** Equal values in a row, over midnight too, and zeros in a row within a day. */
export function runsOfEqual({ days, figures, meter }: Judged, findings: Findings): void {
  const [mostEqual, mostZeros] = [setting('stuck'), setting('zero_run_electricity')];
  let lead = 0;
  for (let day = 0; day < days.length; day++) {
    const { values, minutes, date } = days[day]!;
    const before = days[day - 1];
    const goesOn =
      before?.date === date - DAY && before.minutes === minutes && before.values.at(-1) === values[0];
    let run = goesOn ? lead : 0;
    let from = 0;
    const least = 0.1 * Math.abs(meter.meanPerMinute) * minutes;
    const mayBeZero = figures.lowest[day]! <= 0 && mostZeros < values.length;
    for (let slot = 0; slot <= values.length; slot++) {
      const value = slot < values.length ? values[slot]! : NaN;
      const last = slot > 0 ? values[slot - 1]! : value;
      if (slot > 0 && value !== last) {
        if (run >= mostEqual && last !== 0 && Math.abs(last) > least)
          note(findings, 'stuck', 'finding', slot - from);
        if (mayBeZero && last === 0 && slot - from > mostZeros)
          note(findings, 'zero_run', 'finding', slot - from);
        if (slot === values.length) lead = Math.min(slot - from, 5);
        [run, from] = [0, slot];
      }
      run += 1;
    }
  }
}

/** How much of each day, month and year is known. */
export function completeness({ days, figures, meter, calendar }: Judged, findings: Findings): void {
  const [ofDay, ofMonth, ofYear] = ['day', 'month', 'year'].map((of) => setting(`completeness_${of}`)) as [
    number,
    number,
    number,
  ];
  const months = new Map<number, number>();
  const years = new Map<number, number>();
  const add = (sums: Map<number, number>, key: number, value: number) =>
    sums.set(key, (sums.get(key) ?? 0) + value);
  let [month, monthEnd] = [NaN, NaN];
  for (let day = 0, expected = meter.firstDate; day < days.length; day++) {
    const { date, minutes } = days[day]!;
    for (; expected < date; expected += DAY) {
      const { dayMinutes } = calendar.get(expected)!;
      const step = days[day - 1]!.minutes;
      if (dayMinutes > 0)
        note(findings, 'completeness_day', 'finding', Math.max(1, Math.floor(dayMinutes / step)));
    }
    expected += DAY;
    const { dayMinutes } = calendar.get(date)!;
    const known = figures.valueCount[day]! * minutes;
    if (dayMinutes > 0 && known <= ofDay * dayMinutes) {
      const missing = Math.floor(dayMinutes / minutes) - figures.valueCount[day]!;
      note(findings, 'completeness_day', 'finding', Math.max(1, missing));
    }
    if (!(date >= month && date < monthEnd)) [month, monthEnd] = [monthOf(date), nextMonth(monthOf(date))];
    add(months, month, figures.valueCount[day]! * Math.min(minutes, 1440));
    if (known * 2 > dayMinutes) add(years, new Date(month).getUTCFullYear(), 1);
  }
  const firstMonth = monthOf(meter.firstDate);
  let from = firstMonth < meter.firstDate ? nextMonth(firstMonth) : firstMonth;
  for (; nextMonth(from) - DAY <= meter.lastDate; from = nextMonth(from)) {
    let wanted = 0;
    for (let date = from; date < nextMonth(from); date += DAY) wanted += calendar.get(date)!.dayMinutes;
    const known = months.get(from) ?? 0;
    if (known < ofMonth * wanted) {
      note(findings, 'completeness_month', 'finding', Math.floor((wanted - known) / 60));
    }
  }
  for (
    let year = new Date(meter.firstDate).getUTCFullYear();
    Date.UTC(year + 1, 0) - DAY <= meter.lastDate;
    year++
  ) {
    if (Date.UTC(year, 0) < meter.firstDate) continue;
    const wanted = (Date.UTC(year + 1, 0) - Date.UTC(year, 0)) / DAY;
    const known = years.get(year) ?? 0;
    if (known < ofYear * wanted) note(findings, 'completeness_year', 'finding', wanted - known);
  }
}

const monthOf = (date: number): number => new Date(date).setUTCDate(1);
const nextMonth = (month: number): number => new Date(month).setUTCMonth(new Date(month).getUTCMonth() + 1);

/** The rules over rows: order, dates, interval, counters, mixed units. */
export function rowRules({ days, figures, meter }: Judged, runDate: number, findings: Findings): void {
  let [falls, rises, compared, mostSlots] = [0, 0, 0, 0];
  let highestBefore = NaN;
  for (let day = 0; day < days.length; day++) {
    const { date, minutes, row, values } = days[day]!;
    const before = days[day - 1];
    if (before && before.minutes !== minutes) note(findings, 'interval_change', 'finding', 1);
    if (before && before.row > row) note(findings, 'out_of_order', 'finding', 1);
    if (date > runDate + DAY) note(findings, 'future_date', 'finding', 1);
    if (date <= 0) note(findings, 'before_1970', 'finding', 1);
    if (figures.valueCount[day] === 0) continue;
    mostSlots = Math.max(mostSlots, values.length);
    if (highestBefore === highestBefore) {
      compared += 1;
      if (figures.lowest[day]! < highestBefore) falls += 1;
      if (figures.highest[day]! > highestBefore) rises += 1;
    }
    highestBefore = figures.highest[day]!;
  }
  const isRising =
    compared >= (mostSlots > 1 ? 6 : 27) &&
    falls <= Math.max(2, setting('looks_like_register') * compared) &&
    rises * 2 >= compared;
  if (isRising) note(findings, 'looks_like_register', 'finding', compared);
  if (meter.valueCount > 0) mixedUnits(days, figures, findings);
}

/** Days whose level is about a thousand times that of the days before, and stays there. */
function mixedUnits(days: readonly FoldedDay[], figures: DayFigures, findings: Findings): void {
  const factor = setting('mixed_units');
  let [least, most] = [Infinity, -Infinity];
  for (let day = 0; day < days.length; day++) {
    const level = figures.total[day]! / figures.valueCount[day]! / days[day]!.minutes;
    if (level > 0 && level < least) least = level;
    if (level > most) most = level;
  }
  if (!(most > 100 * least)) return;
  const levels = days.map(({ minutes }, day) => figures.total[day]! / figures.valueCount[day]! / minutes);
  for (let day = 1; day < levels.length; day++) {
    const [low, high] = [Math.min(levels[day - 1]!, levels[day]!), Math.max(levels[day - 1]!, levels[day]!)];
    if (!(low > 0 && high > (factor / 5) * low)) continue;
    const before = median(levels.slice(Math.max(0, day - 3), day));
    const after = median(levels.slice(day, day + 3));
    const [least2, most2] = [Math.min(before, after), Math.max(before, after)];
    if (most2 >= (factor / 2) * least2 && most2 <= factor * 2 * least2)
      note(findings, 'mixed_units', 'finding', 1);
  }
}

/** The middle one of the numbers that there are, or the mean of the middle two. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.filter((number) => number === number).sort((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}
