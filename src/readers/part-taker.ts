import type { LeftOut, Selection } from '../domain/selection';
import type { DayRow } from './day-batch';

const DAY = 86_400_000;
/**
 * Readings this near to the period are held although they may lie outside: which local day they belong to, and how
 * long the interval of a series is, shows only when they are seen together. A month has 31 days.
 */
const NEAR_DAYS = 40;

/** Takes the chosen part out of a file while it is read, and counts what is left out. */
export class PartTaker {
  private readonly from: number;
  private readonly to: number;
  private readonly meters: ReadonlySet<string> | null;
  /** Rows of the file that were seen. */
  rows = 0;
  private values = 0;
  private takenValues = 0;
  /** One bit for each row of the file: whether anything of it was taken. */
  private taken = new Uint8Array(1024);

  constructor({ from, to, meters }: Selection) {
    this.from = from === null ? -Infinity : dayOf(from);
    this.to = to === null ? Infinity : dayOf(to);
    this.meters = meters && new Set(meters.map((meter) => nameOf(meter.client_id, meter.ext_dev_ref)));
  }

  /** A row without client or meter belongs to no choice: what becomes of it is said as for a whole file. */
  takesMeter(clientId: string | null, meter: string | null): boolean {
    return (
      this.meters === null || clientId === null || meter === null || this.meters.has(nameOf(clientId, meter))
    );
  }

  /** @param date days since 1970 */
  takesDate(date: number | null): boolean {
    return date === null || (date >= this.from && date <= this.to);
  }

  /** Whether a time may belong to the period. @param time milliseconds, of whichever clock */
  isNear(time: number): boolean {
    return time >= (this.from - NEAR_DAYS) * DAY && time <= (this.to + 1 + NEAR_DAYS) * DAY;
  }

  takesDay({ clientId, meter, date }: DayRow): boolean {
    return this.takesMeter(clientId, meter) && this.takesDate(date);
  }

  /** Counts what the file holds. @param values those that are not null */
  see(rows: number, values: number): void {
    this.rows += rows;
    this.values += values;
  }

  /** Counts what is taken of a row. @param row the file's row, counted from 0 @param values those that are not null */
  take(row: number, values: number): void {
    this.takenValues += values;
    const place = row >> 3;
    if (place >= this.taken.length) {
      const grown = new Uint8Array(Math.max(place + 1, 2 * this.taken.length));
      grown.set(this.taken);
      this.taken = grown;
    }
    this.taken[place]! |= 1 << (row & 7);
  }

  /** What was left out of the rows seen so far: rows of the file of which nothing was taken, and values. */
  get leftOut(): LeftOut {
    let takenRows = 0;
    for (let byte of this.taken) for (; byte > 0; byte &= byte - 1) takenRows++;
    return { rows: this.rows - takenRows, values: this.values - this.takenValues };
  }
}

/** Values of a day that are not null. */
export function valuesIn({ values }: Pick<DayRow, 'values'>): number {
  return (values ?? []).reduce<number>((sum, value) => (value === null ? sum : sum + 1), 0);
}

const dayOf = (date: string): number => Date.parse(`${date}T00:00Z`) / DAY;

const nameOf = (clientId: string, meter: string): string => `${clientId}\u0000${meter}`;
