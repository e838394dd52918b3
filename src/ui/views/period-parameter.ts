import type { TimeWindow } from '../../charts/timeline-window';
import { DAY, MINUTE } from '../../charts/time-text';
import type { ViewParameters } from './view-address';

/** The period that an address names, null for the whole of it; what cannot be read counts as absent. */
export function windowOf({ from, to }: ViewParameters): TimeWindow | null {
  const [start, end] = [timeOf(from), timeOf(to)];
  return start !== null && end !== null && start < end ? { from: start, to: end } : null;
}

/** A period for an address, to the minute; null takes it away. */
export function windowParameters(window: TimeWindow | null): { from: string | null; to: string | null } {
  return window ? { from: textOf(window.from), to: textOf(window.to) } : { from: null, to: null };
}

/** `2022-03-27`, or `2022-03-27T05:30`: local time, without a zone because the meter's zone is meant. */
function textOf(local: number): string {
  const minutes = Math.round(local / MINUTE) * MINUTE;
  const iso = new Date(minutes).toISOString();
  return minutes % DAY === 0 ? iso.slice(0, 10) : iso.slice(0, 16);
}

function timeOf(text: string | undefined): number | null {
  if (!text || !/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(text)) return null;
  const time = Date.parse(text.length === 10 ? text : `${text}Z`);
  return Number.isNaN(time) ? null : time;
}
