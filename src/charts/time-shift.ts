import { DAY, dateOf, dateText } from './time-text';
import type { TimeWindow } from './timeline-window';

/**
 * How far the other side of a comparison lies before the meter's own time: so many milliseconds of local time, or
 * `year`, where each date lies beside the same date of the year before, whatever the years' lengths. 29 February
 * then has no date beside it.
 */
export type TimeShift = number | 'year';

/** The same time so many years later; 29 February becomes 1 March. */
function yearsLater(local: number, years: number): number {
  const date = new Date(local);
  return date.setUTCFullYear(date.getUTCFullYear() + years);
}

/** False where no such date exists in the year moved to. */
const hasDate = (local: number, years: number): boolean =>
  new Date(yearsLater(local, years)).getUTCDate() === new Date(local).getUTCDate();

/** The other side's time that lies beside one of the meter's own; null for a 29 February without one. */
export const otherTime = (own: number, shift: TimeShift): number | null =>
  shift !== 'year' ? own - shift : hasDate(own, -1) ? yearsLater(own, -1) : null;

/** The meter's own time beside one of the other side; null for a 29 February without one. */
export const ownTime = (other: number, shift: TimeShift): number | null =>
  shift !== 'year' ? other + shift : hasDate(other, 1) ? yearsLater(other, 1) : null;

/** The part of the other side that lies over a part of the meter's own time, in its own time. */
export const otherPart = ({ from, to }: TimeWindow, shift: TimeShift): TimeWindow =>
  shift === 'year'
    ? { from: yearsLater(from, -1), to: yearsLater(to, -1) }
    : { from: from - shift, to: to - shift };

/** The part of the meter's own time over which a part of the other side lies. */
export const ownPart = ({ from, to }: TimeWindow, shift: TimeShift): TimeWindow =>
  shift === 'year'
    ? { from: yearsLater(from, 1), to: yearsLater(to, 1) }
    : { from: from + shift, to: to + shift };

/** Every date that a stretch of local time touches. */
export function datesOf({ from, to }: TimeWindow): number[] {
  const first = dateOf(from);
  return Array.from({ length: Math.max(0, Math.ceil((to - first) / DAY)) }, (_, day) => first + day * DAY);
}

/** `29 Feb 2024 has no such date …`: the days of either side that have none beside them; null where all have. */
export function leapDayText(common: TimeWindow, shift: TimeShift): string | null {
  const alone = [
    ...datesOf(common).filter((date) => otherTime(date, shift) === null),
    ...datesOf(otherPart(common, shift)).filter((date) => ownTime(date, shift) === null),
  ];
  if (alone.length === 0) return null;
  const names = alone.sort((a, b) => a - b).map(dateText);
  const [list, has] = [names.join(' and '), names.length === 1 ? 'has' : 'have'];
  return `${list} ${has} no date beside ${names.length === 1 ? 'it' : 'them'} in the other year: counted in the figures of its side, compared with nothing.`;
}
