import type { AppErrorCode } from '../../src/domain/app-error';
import type { Policies } from '../../src/domain/policy';

/** A file that must be refused. */
export interface BadFile {
  /** A readable id, unique in the corpus. */
  name: string;
  /** The name to drop it under. */
  fileName: string;
  make(): Uint8Array | Promise<Uint8Array>;
  expectCode: AppErrorCode;
}

/** A file that is odd but readable, and what must come of it. */
export interface OddFile {
  name: string;
  fileName: string;
  make(): Uint8Array | Promise<Uint8Array>;
  /** What to choose instead of the defaults before comparing. */
  policies: Partial<Policies>;
  expect: Expectation;
  /** The analytical table this file must become: series by series (in no stated order), each in order of time. */
  readings(): ExpectedReading[];
}

/** Why a row or a value does not reach the readings. */
export type SetAsideReason =
  | 'value_in_nonexistent_hour'
  | 'zero_in_nonexistent_hour'
  | 'wrong_length'
  | 'duplicate_identical'
  | 'duplicate_conflicting'
  | 'overlapping_period'
  | 'unreadable_resolution'
  | 'date_out_of_range'
  | 'not_a_finite_number'
  | 'null_key'
  | 'empty_array';

/** `rows` is 0 when single values are set aside and their row stays. */
export interface SetAside {
  rows: number;
  values: number;
  /** Of finite values below 1e15; others cannot be summed. */
  energy: number;
}

/** The ledger and counts of one file. Values are non-null list items; energy in the file's own unit. */
export interface Expectation {
  rowsRead: number;
  valuesRead: number;
  energyRead: number;
  series: number;
  readings: number;
  missing: number;
  split: number;
  energyOut: number;
  setAside: Partial<Record<SetAsideReason, SetAside>>;
}

/** One expected row of the analytical table. Times are milliseconds; `timestamp_local` is as if UTC. */
export interface ExpectedReading {
  client_id: string;
  ext_dev_ref: string;
  fuel: string;
  channel: string;
  timestamp_utc: number;
  timestamp_local: number;
  utc_offset_minutes: number;
  interval_minutes: number;
  energy: number | null;
  quality: 'measured' | 'split' | 'missing';
}
