import type { DuplicatePolicy } from '../domain/policy';
import type { SetAsideAs } from './day-batch';

/** A reading that is not shown, and why. */
export interface Aside {
  reason: SetAsideAs;
  value: number | null;
  row: number;
}

/** The slots of one day as they are filled: one reading each, every further one counted. */
export class DaySlots {
  readonly values: (number | null)[];
  /** What the file says of the reading that counts, by slot. */
  readonly flags = new Map<number, string>();
  readonly aside: Aside[] = [];
  /** The lowest row among the readings that count; -1 while there is none. */
  firstRow = -1;
  private readonly rows: Int32Array;
  private readonly conflicting = new Set<number>();

  constructor(
    count: number,
    private readonly duplicates: DuplicatePolicy,
  ) {
    this.values = new Array<number | null>(count).fill(null);
    this.rows = new Int32Array(count).fill(-1);
  }

  /** Places a reading; one that falls between slots or outside the day is set aside. */
  place(slot: number, value: number | null, row: number, flag: string | null = null): void {
    if (!Number.isInteger(slot) || slot < 0 || slot >= this.values.length) {
      this.aside.push({ reason: 'off_grid', value, row });
    } else if (this.rows[slot] === -1) this.put(slot, value, row, flag);
    else this.repeat(slot, value, row, flag);
  }

  private put(slot: number, value: number | null, row: number, flag: string | null): void {
    if (flag === null) this.flags.delete(slot);
    else this.flags.set(slot, flag);
    this.values[slot] = value;
    this.rows[slot] = row;
    if (this.firstRow < 0 || row < this.firstRow) this.firstRow = row;
  }

  private repeat(slot: number, value: number | null, row: number, flag: string | null): void {
    const known = this.values[slot]!;
    if (this.conflicting.has(slot)) {
      this.aside.push({ reason: 'repeated_conflicting', value, row });
    } else if (value === known || value === null) {
      this.aside.push({ reason: 'repeated_identical', value, row });
    } else if (known === null) {
      this.aside.push({ reason: 'repeated_identical', value: null, row: this.rows[slot]! });
      this.put(slot, value, row, flag);
    } else this.contradict(slot, known, { reason: 'repeated_conflicting', value, row }, flag);
  }

  private contradict(slot: number, known: number, later: Aside, flag: string | null): void {
    const earlier: Aside = { reason: 'repeated_conflicting', value: known, row: this.rows[slot]! };
    if (this.duplicates === 'first') {
      this.aside.push(later);
      return;
    }
    this.aside.push(earlier);
    if (this.duplicates === 'last') {
      this.put(slot, later.value, later.row, flag);
      return;
    }
    this.aside.push(later);
    this.values[slot] = null;
    this.flags.delete(slot);
    this.conflicting.add(slot);
  }
}
