/**
 * Many series beside each other.
 * Row types of the questions that the views ask, one interface per `.sql` file of
 * the same name. Instants are milliseconds since the epoch: `_utc` true UTC, `_local`
 * the local wall clock written as if it were UTC (draw with UTC scales). `energy` is
 * in the series' unit; null means that no value is known.
 */

/** `meter_table.sql`: grain one series. Rates are energy per hour. */
export interface MeterTableRow {
  series_id: number;
  intervals: number;
  intervals_known: number;
  total_energy: number | null;
  peak_per_hour: number | null;
  mean_per_hour: number | null;
  /** Mean rate in equal parts of the whole portfolio's period, the same parts for every series. */
  course: (number | null)[];
}

/** `meter_base_load.sql`: grain one series of a run of series that has a value. */
export interface MeterBaseLoadRow {
  series_id: number;
  base_load_per_hour: number;
}

/** `portfolio_day.sql`: grain one fuel × channel × unit and local date. */
export interface PortfolioDayRow {
  fuel: string;
  channel: string;
  unit: string;
  local_date: number;
  energy: number | null;
  intervals: number;
  intervals_missing: number;
  series_count: number;
}

/** `portfolio_hour.sql`: grain one fuel × channel × unit and local hour. The mean load of one meter. */
export interface PortfolioHourRow {
  fuel: string;
  channel: string;
  unit: string;
  local_hour: number;
  energy_per_hour: number;
  series_count: number;
}
