import type { Calendar } from './plain-js-figures';
import type { FoldedDay } from './plain-js-read';
import { median } from './plain-js-rules';

const DAY = 86_400_000;
const FORTNIGHT = 14 * DAY;
/** As many meters as `judged_series.sql` compares with their ordinary days. */
const MOST_METERS = 200;

/**
 * How the file writes the days on which the clocks change, found as the ETL finds it: by the arrays' lengths, then by
 * what stands in the skipped slots, then by how much larger the repeated ones are than their neighbours, each held
 * against the same meter's ordinary days within two weeks. It stops where that decides, and does not go on to ask
 * whether people's day moves against the slots.
 * @param meters the days of each, in order of date; the meters in order of name
 * @throws Error when the file is not one of wall-clock arrays whose repeated slot is a sum
 */
export function requireSummedWallClock(meters: readonly (readonly FoldedDay[])[], calendar: Calendar): void {
  requireWholeArrays(meters);
  const changes = [...calendar.values()].filter(({ shiftMinutes }) => shiftMinutes !== 0);
  const spring = { days: 0, empty: 0, near: 0, emptyNear: 0 };
  const autumn: { ratios: number[]; logs: number[]; tests: number } = { ratios: [], logs: [], tests: 0 };
  for (const days of meters.slice(0, MOST_METERS)) {
    const place = new Map(days.map((day, index) => [day.date, index]));
    for (const { localDate, shiftMinutes, shiftStartMinute } of changes) {
      const at = place.get(localDate);
      if (at === undefined) continue;
      const day = days[at]!;
      const first = shiftStartMinute! / day.minutes;
      const count = Math.abs(shiftMinutes) / day.minutes;
      const near = nearDays(days, at, calendar);
      if (shiftMinutes > 0) {
        spring.days += 1;
        spring.empty += isEmpty(day, first, count) ? 1 : 0;
        spring.near += near.length;
        spring.emptyNear += near.reduce((sum, one) => sum + (isEmpty(one, first, count) ? 1 : 0), 0);
        continue;
      }
      compareAutumn(autumn, day, near, first, count);
    }
  }
  const isSpringStart = spring.empty > 0.8 * spring.days && spring.emptyNear < 0.3 * spring.near;
  if (!(spring.days > 0 && isSpringStart) || !(autumn.tests > 0))
    throw new Error('the encoding cannot be told');
  const ratio = median(autumn.ratios);
  const logs = autumn.logs.sort((one, other) => one - other);
  const spread = Math.max((quantile(logs, 0.84) - quantile(logs, 0.16)) / 2, 0.02);
  const strength =
    Math.abs(Math.log(ratio) - Math.log(Math.SQRT2)) / ((1.25 * spread) / Math.sqrt(autumn.tests));
  if (ratio <= Math.SQRT2 && strength > 2) throw new Error('the repeated slot holds one pass only');
}

function requireWholeArrays(meters: readonly (readonly FoldedDay[])[]): void {
  for (const days of meters) {
    for (const { values, minutes } of days) {
      if (values.length * minutes !== 1440) throw new Error('an array is not as long as its day');
    }
  }
}

function nearDays(days: readonly FoldedDay[], at: number, calendar: Calendar): FoldedDay[] {
  const { date, minutes } = days[at]!;
  const near: FoldedDay[] = [];
  for (let index = Math.max(0, at - 14); index < days.length && index <= at + 14; index++) {
    const day = days[index]!;
    const isNear = Math.abs(day.date - date) <= FORTNIGHT && day.minutes === minutes;
    if (isNear && calendar.get(day.date)!.shiftMinutes === 0) near.push(day);
  }
  return near;
}

/** Whether the skipped slots are empty, or hold zeros only, and the slot before them is not. */
function isEmpty({ values }: FoldedDay, first: number, count: number): boolean {
  const before = values[first - 1]!;
  let [nulls, zeros] = [0, 0];
  for (let slot = first; slot < first + count; slot++) {
    if (values[slot] !== values[slot]) nulls += 1;
    else if (values[slot] === 0) zeros += 1;
  }
  return (nulls === count && before === before) || (zeros === count && before !== 0 && before === before);
}

function compareAutumn(
  autumn: { ratios: number[]; logs: number[]; tests: number },
  day: FoldedDay,
  near: readonly FoldedDay[],
  first: number,
  count: number,
): void {
  const ordinary = near.map((one) => ratioOf(one, first, count));
  const usual = median(ordinary) || 1;
  const ratio = ratioOf(day, first, count) / usual;
  if (ratio === ratio) autumn.ratios.push(ratio);
  if (ratio > 0) autumn.tests += 1;
  for (const one of ordinary) if (one / usual > 0) autumn.logs.push(Math.log(one / usual));
}

/** The mean of some slots over the mean of as many on either side. */
function ratioOf({ values }: FoldedDay, first: number, count: number): number {
  const beside = (mean(values, first - count, first) + mean(values, first + count, first + 2 * count)) / 2;
  return beside === 0 ? NaN : mean(values, first, first + count) / beside;
}

function mean(values: Float64Array, from: number, to: number): number {
  let [sum, known] = [0, 0];
  for (let slot = from; slot < to; slot++) {
    if (values[slot] !== values[slot]) continue;
    sum += values[slot]!;
    known += 1;
  }
  return sum / known;
}

function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return low + (high - low) * (at - Math.floor(at));
}
