import { localCalendar } from '../domain/local-time';
import type { CalendarDay } from '../domain/local-time';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** The local days of one zone, made a year at a time as they are asked for. */
export class ZoneCalendar {
  private readonly years = new Map<number, CalendarDay[]>();

  constructor(private readonly zone: string) {}

  /** The day of a local date. @param date days since 1970 */
  dayOf(date: number): CalendarDay {
    const year = new Date(date * DAY).getUTCFullYear();
    const first = Date.UTC(year, 0, 1);
    let days = this.years.get(year);
    if (!days) {
      days = localCalendar(this.zone, first, Date.UTC(year, 11, 31));
      this.years.set(year, days);
    }
    return days[date - first / DAY]!;
  }

  /** The local day that an instant falls on. */
  dayAt(utc: number): CalendarDay {
    let date = Math.floor(utc / DAY);
    let day = this.dayOf(date);
    while (utc < day.startUtc) day = this.dayOf(--date);
    while (utc >= day.startUtc + day.dayMinutes * MINUTE) day = this.dayOf(++date);
    return day;
  }

  /**
   * The instant at which a wall clock shows a time. A time that happens twice is
   * that of its first or second pass; one that never happens is read with the
   * offset before the jump.
   */
  instantOf(wall: number, pass: 1 | 2): number {
    const day = this.dayOf(Math.floor(wall / DAY));
    const minute = (wall - day.localDate) / MINUTE;
    const { shiftMinutes, shiftStartMinute } = day;
    const before = wall - day.offsetBeforeMinutes * MINUTE;
    if (shiftStartMinute === null || shiftMinutes === 0) return before;
    const after = wall - day.offsetAfterMinutes * MINUTE;
    if (shiftMinutes > 0) return minute < shiftStartMinute + shiftMinutes ? before : after;
    if (minute < shiftStartMinute) return before;
    if (minute >= shiftStartMinute - shiftMinutes) return after;
    return pass === 1 ? before : after;
  }
}
