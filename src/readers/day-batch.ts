/** Why a reader sets readings aside instead of placing them in a day. */
export type SetAsideAs = 'repeated_identical' | 'repeated_conflicting' | 'off_grid';

/** One meter's readings of one local day, as the input contract has them. */
export interface DayRow {
  clientId: string | null;
  meter: string | null;
  /** Days since 1970. */
  date: number | null;
  values: readonly (number | null)[] | null;
  resolution: string | null;
  fuel: string | null;
  channel: string | null;
  unit: string | null;
  /** The file's row, counted from 0, that the day begins in. */
  sourceRow: number;
  setAsideAs: SetAsideAs | null;
  /** What the file says of single slots, as runs: `0-3 E52|4-4 N`. Null where it says nothing. */
  flags: string | null;
}

/** Days of the input contract, some thousand at a time. */
export type DayBatch = readonly DayRow[];

/** Values of a batch: some megabytes. */
export const BATCH_VALUES = 400_000;

/** Gathers days into batches. */
export class DayGatherer {
  private rows: DayRow[] = [];
  private values = 0;

  add(row: DayRow): void {
    this.rows.push(row);
    this.values += (row.values?.length ?? 0) + 10;
  }

  /** The gathered days once there are enough of them, else null. */
  takeFull(): DayBatch | null {
    return this.values >= BATCH_VALUES ? this.take() : null;
  }

  /** Whatever is gathered; null when that is nothing. */
  take(): DayBatch | null {
    if (this.rows.length === 0) return null;
    const { rows } = this;
    this.rows = [];
    this.values = 0;
    return rows;
  }
}
