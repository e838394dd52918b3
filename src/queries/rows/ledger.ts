/**
 * What was read against what is shown, and what was converted or set aside on the way.
 * Row types of the questions that the views ask, one interface per `.sql` file of
 * the same name. Instants are milliseconds since the epoch: `_utc` true UTC, `_local`
 * the local wall clock written as if it were UTC (draw with UTC scales). `energy` is
 * in the series' unit; null means that no value is known.
 */

/** `ledger.sql`: grain one fuel × channel × unit. Energy as exact decimal text. */
export interface LedgerRow {
  fuel: string;
  channel: string;
  unit: string;
  rows_read: number;
  rows_shown: number;
  rows_set_aside: number;
  values_read: number;
  values_shown: number;
  values_set_aside: number;
  energy_read: string;
  energy_shown: string;
  energy_set_aside: string;
  energy_difference: string;
  readings: number;
  readings_split: number;
  readings_missing: number;
  readings_suspect: number;
  readings_estimated: number;
  /** Readings with a value that their file itself calls estimated or substituted. */
  readings_flagged: number;
}

/** `ledger_file.sql`: grain one source file × fuel × channel × unit. Energy as exact decimal text. */
export interface FileLedgerRow {
  source_file: string;
  fuel: string;
  channel: string;
  unit: string;
  series_count: number;
  rows_read: number;
  rows_set_aside: number;
  values_read: number;
  values_set_aside: number;
  energy_read: string;
  energy_shown: string;
  energy_set_aside: string;
  readings: number;
  readings_missing: number;
}

/** `conversions.sql`: grain one series and stated interval, of those that are not shown as they lie in their file. */
export interface ConversionRow {
  series_id: number;
  client_id: string;
  ext_dev_ref: string;
  fuel: string;
  channel: string;
  stated_unit: string;
  unit: string;
  per_hour: boolean;
  is_register: boolean;
  states_at_end: boolean;
  register_gaps: string;
  resolution_minutes: number;
  factor: number | null;
  row_count: number;
  value_count: number;
}

/** `set_aside.sql`: grain one reason. */
export interface SetAsideRow {
  reason: string;
  fuel: string;
  channel: string;
  unit: string;
  rows: number;
  values: number;
  energy: string;
}
