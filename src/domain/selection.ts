/** A client's meter, as the file names it. */
export interface MeterKey {
  client_id: string;
  ext_dev_ref: string;
}

/** The part of too large files that a person opens. Dates are local ones as `2022-01-31`, both included. */
export interface Selection {
  /** Null means from the first. */
  from: string | null;
  /** Null means to the last. */
  to: string | null;
  /** Null means every meter. */
  meters: readonly MeterKey[] | null;
}

/** What was left out of a file, so that it can be said. */
export interface LeftOut {
  rows: number;
  /** Values that are not null. */
  values: number;
}

export interface ScannedMeter extends MeterKey {
  rows: number;
}

/** Whose rows lie in files, and of which dates: what a selection is chosen by. */
export interface FileScan {
  /** Sorted by client and meter. */
  meters: readonly ScannedMeter[];
  /** Rows of each local date, as days since 1970, in order. */
  dates: readonly (readonly [day: number, rows: number])[];
  rows: number;
}
