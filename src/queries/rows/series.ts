import type { Quality } from '../../domain/quality';

/**
 * The series that are open, and one series looked at: its figures and the pictures of its page.
 * Row types of the questions that the views ask, one interface per `.sql` file of
 * the same name. Instants are milliseconds since the epoch: `_utc` true UTC, `_local`
 * the local wall clock written as if it were UTC (draw with UTC scales). `energy` is
 * in the series' unit; null means that no value is known.
 */

/** `series_list.sql`: grain one series. */
export interface SeriesRow {
  series_id: number;
  client_id: string;
  ext_dev_ref: string;
  fuel: string;
  channel: string;
  unit: string;
  /** The unit as stated or assumed, before any conversion. */
  stated_unit: string;
  /** Whether its values are the states of a counter. */
  is_register: boolean;
  /** What the file states of the series, as one text: the key of what a person sets for it. */
  series_key: string;
  first_date: number;
  last_date: number;
  /** Finest and coarsest interval of the series; 1440 is a day, 43200 a month. */
  min_resolution_minutes: number;
  max_resolution_minutes: number;
  days: number;
}

/** `series_overview.sql`: grain one series, one row. Power-like figures are energy per hour. */
export interface OverviewRow {
  first_utc: number;
  last_utc_end: number;
  first_local: number;
  last_local: number;
  intervals: number;
  intervals_with_energy: number;
  intervals_missing: number;
  intervals_split: number;
  intervals_suspect: number;
  total_energy: number | null;
  /** Total over the days that are complete, divided by their number. */
  mean_day_energy: number | null;
  complete_days: number;
  local_days: number;
  /** 2.5th percentile of energy per hour. */
  base_load_per_hour: number | null;
  mean_per_hour: number | null;
  peak_per_hour: number | null;
  peak_energy: number | null;
  peak_interval_minutes: number | null;
  peak_local: number | null;
  peak_utc: number | null;
  peak_utc_offset_minutes: number | null;
  /** mean / peak, 0 to 1. */
  load_factor: number | null;
  /** Energy between 22:00 and 06:00 over all energy; null for readings longer than an hour. */
  night_share: number | null;
  /** Energy of Saturdays and Sundays over all energy; null for readings longer than a day. */
  weekend_share: number | null;
}

/** `series_figure_places.sql`: grain one series, one row. Where figures come from; null where there is no such place. */
export interface FigurePlacesRow {
  base_load_local: number | null;
  base_load_utc_offset_minutes: number | null;
  mean_day_date: number | null;
  mean_day_date_energy: number | null;
  /** The date that the night with the most energy starts on. */
  night_date: number | null;
  night_energy: number | null;
  /** The Saturday of the weekend with the most energy. */
  weekend_date: number | null;
  weekend_energy: number | null;
}

/** `series_load_duration.sql`: grain one step of the load duration curve, the highest load first. Shares are 0 to 1. */
export interface LoadDurationRow {
  share_from: number;
  share_to: number;
  rate_from: number;
  rate_to: number;
}

/** `series_week.sql`: grain ISO weekday (1 is Monday) × local hour. */
export interface WeekRow {
  iso_weekday: number;
  local_hour: number;
  energy_per_hour: number | null;
  days: number;
}

/** `series_distribution.sql`: grain one class of energy per hour that has readings. */
export interface DistributionRow {
  rate_from: number;
  rate_to: number;
  minutes: number;
  energy: number;
}

/** `series_daily.sql`: grain one local date of the series. */
export interface DailyRow {
  local_date: number;
  energy: number | null;
  intervals: number;
  intervals_missing: number;
  minutes: number;
}

/** `series_intervals.sql`: grain one real interval, within a local date range. */
export interface IntervalRow {
  timestamp_utc: number;
  timestamp_local: number;
  utc_offset_minutes: number;
  interval_minutes: number;
  energy: number | null;
  quality: Quality;
}

/** `series_heatmap.sql`: grain one real local hour of one local date. */
export interface HeatmapRow {
  local_date: number;
  local_hour: number;
  /** 0, or 1 for the second pass of an hour that happens twice. */
  pass: number;
  /** Energy per hour; null when nothing is known of the hour. */
  energy_per_hour: number | null;
  /** True minutes of this hour that exist on that pass (30 on some Lord Howe days). */
  minutes: number;
}

/** `series_typical_day.sql`: grain season × weekday kind × local hour. */
export interface TypicalDayRow {
  season: 'winter' | 'spring' | 'summer' | 'autumn';
  is_weekend: boolean;
  local_hour: number;
  energy_per_hour: number | null;
  days: number;
}

/** `series_monthly.sql`: grain one local month (first day, as if UTC). */
export interface MonthlyRow {
  local_month: number;
  energy: number | null;
  intervals: number;
  intervals_missing: number;
}

/** `meter_balance.sql`: grain one row, none unless the meter has all four channels. Over intervals where all have a value. */
export interface MeterBalanceRow {
  production_energy: number | null;
  consumption_energy: number | null;
  export_energy: number | null;
  import_energy: number | null;
  /** production − consumption − export + import, added up; 0 where the channels fit. */
  residual: number | null;
  /** The largest of a single interval, whatever its sign. */
  largest_residual: number | null;
  /** Where that interval starts on the local clock, milliseconds as if UTC. */
  largest_local: number | null;
  /** Intervals in which something is left over. */
  intervals_off: number;
  intervals_compared: number;
  intervals: number;
}
