import type { TimeWindow } from './timeline-window';
import { DAY, dateOf, dayMonthText, monthText, nextMonth, yearOf } from './time-text';

export interface Tick {
  x: number;
  label: string;
}

const MONTH_STEPS = [1, 3, 6, 12, 24, 60];
const DAY_STEPS = [1, 2, 7];
/** 5 January 1970, a Monday: weeks are counted from it. */
const FIRST_MONDAY = 4 * DAY;

/**
 * Round dates inside a window, at most about `count`: days, weeks, months or
 * years. The year stands under the first tick and under each January.
 */
export function dateTicks(window: TimeWindow, count: number): Tick[] {
  const days = (window.to - window.from) / DAY;
  const dayStep = DAY_STEPS.find((step) => days / step <= count);
  const starts = dayStep ? dayStarts(window, dayStep) : monthStarts(window, count, days);
  return starts.map((x, index) => {
    const name = dayStep ? dayMonthText(x) : monthText(x);
    const newYear = index === 0 || yearOf(x) !== yearOf(starts[index - 1]!);
    return { x, label: newYear ? `${name}\n${yearOf(x)}` : name };
  });
}

function dayStarts(window: TimeWindow, step: number): number[] {
  const starts: number[] = [];
  const first = dateOf(window.from + DAY - 1);
  for (let date = first; date < window.to; date += DAY) {
    if ((date - FIRST_MONDAY) % (step * DAY) === 0) starts.push(date);
  }
  return starts;
}

function monthStarts(window: TimeWindow, count: number, days: number): number[] {
  const step = MONTH_STEPS.find((months) => days / (months * 30.4) <= count) ?? MONTH_STEPS.at(-1)!;
  const starts: number[] = [];
  const from = new Date(window.from);
  const atStart = from.getUTCDate() === 1 && window.from % DAY === 0;
  let month = atStart ? window.from : nextMonth(window.from);
  for (; month < window.to; month = nextMonth(month)) {
    const date = new Date(month);
    if ((date.getUTCFullYear() * 12 + date.getUTCMonth()) % step === 0) starts.push(month);
  }
  return starts;
}
