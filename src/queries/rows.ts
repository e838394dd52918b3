import type { Quality } from '../domain/quality';

/**
 * The row types of the questions the views ask, one interface per `.sql` file of
 * the same name. Instants are milliseconds since the epoch: `_utc` true UTC,
 * `_local` the local wall clock written as if it were UTC (draw with UTC scales).
 * `energy` is in the series' unit; null means that no value is known.
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

/** `transition_days.sql`: grain one transition date of one series, folded. */
export interface TransitionDayRow {
  local_date: number;
  source_file: string | null;
  source_row: number | null;
  resolution_minutes: number;
  day_minutes: number;
  /** `gap` (clocks forward), `overlap` (clocks back). */
  kind: 'gap' | 'overlap';
  /** Local minute of day where the gap or overlap starts, and its length. */
  shift_start_minute: number;
  shift_minutes: number;
  offset_before_minutes: number;
  offset_after_minutes: number;
  /** A layout of `placed_day` (`wall_clock`, `elapsed`, `end_label` …), or `absent` (no row). */
  layout: string;
  /** The array as it lies in the file; null when there is no row. */
  raw_values: (number | null)[] | null;
}

/** `transition_intervals.sql`: grain one real interval of one transition date of one series. */
export interface TransitionIntervalRow {
  local_date: number;
  timestamp_utc: number;
  timestamp_local: number;
  utc_offset_minutes: number;
  interval_minutes: number;
  energy: number | null;
  quality: Quality;
  quality_rule: string | null;
  source_slot: number | null;
}

/** `naive_error.sql`: grain one row. What 24 fixed hours a day would do to the series. Costs at an example price. */
export interface NaiveErrorRow {
  hours: number | null;
  hours_misplaced: number;
  total_energy: number | null;
  energy_in_wrong_hour: number | null;
  days: number;
  days_wrong: number;
  energy_in_wrong_day: number | null;
  months: number;
  months_wrong: number;
  energy_in_wrong_month: number | null;
  /** Energy × example price per unit of energy. */
  true_cost: number | null;
  naive_cost: number | null;
  lowest_price: number;
  highest_price: number;
}

/** `naive_hours.sql`: grain one hour of one transition date: its true and its naive place. */
export interface NaiveHourRow {
  local_date: number;
  /** Null for slots whose time never happened. */
  timestamp_utc: number | null;
  timestamp_local: number | null;
  utc_offset_minutes: number | null;
  naive_utc: number;
  /** Minute of the day that the naive clock shows. */
  naive_minute: number;
  energy: number | null;
  is_split: boolean | null;
}

/** `conventions.sql`: grain one source file. How the file writes clock changes, and why we believe it. */
export interface ConventionRow {
  source_id: number;
  source_file: string;
  /** A convention of docs/etl.md, or `not-testable`: what is applied. */
  name: string;
  certainty: 'certain' | 'likely' | 'assumed' | 'chosen' | 'not testable';
  /** What the evidence alone says, whatever was chosen. */
  detected_name: string;
  detected_certainty: 'certain' | 'likely' | 'assumed' | 'not testable';
  /** Minutes ahead of UTC of a clock that never changes; null where days begin at local midnight. */
  clock_offset_minutes: number | null;
  /** Spring days of an ordinary length, and what stands in the slots that start labels skip. */
  gap_days: number;
  gap_slots_null: number;
  gap_slots_zero: number;
  gap_slots_valued: number;
  /** Of these days: empty where start labels skip, where end labels skip, or repeated from before. */
  gap_days_start: number;
  gap_days_end: number;
  gap_days_copied: number;
  /** Share of ordinary days nearby that look copied by chance. */
  copied_rate: number | null;
  /** Autumn days of an ordinary length. */
  overlap_days: number;
  /** Median of the doubled slot over the mean of its neighbours; null without such a slot. */
  overlap_ratio: number | null;
  /** The same ratio on ordinary days nearby. */
  ordinary_ratio: number | null;
  /** Both, one slot earlier: where end labels put the sum. */
  end_overlap_ratio: number | null;
  end_ordinary_ratio: number | null;
  /** What the ratio would be of two readings added: 2 for whole hours. */
  expected_ratio: number | null;
  /** Distance of the ratio from the border between one and two readings, in standard errors. */
  strength: number | null;
  series_tested: number;
  elapsed_days: number;
  /** Ordinary days with slots for a 25th hour. */
  padded_days: number;
  /** Weekday profiles before and after a change that were compared, and how far they moved: 0 local, 1 fixed clock. */
  ramp_tests: number | null;
  ramp_share: number | null;
  /** The fixed offset at which the profile fits an ordinary weekday best, and the correlation there. */
  seen_offset_minutes: number | null;
  profile_fit: number | null;
}

/** What a choice would change (policy_preview.sql), one row per source file. */
export interface PolicyPreviewRow {
  source_file: string;
  /** The convention that would be applied. */
  name: string;
  days: number;
  days_changed: number;
  first_date: number | null;
  last_date: number | null;
  readings_before: number;
  readings_after: number;
  split_before: number;
  split_after: number;
  missing_before: number;
  missing_after: number;
  aside_before: number;
  aside_after: number;
  /** Of the energy, exact decimal text; null where the file mixes fuels, channels or units. */
  unit: string | null;
  energy_before: string | null;
  energy_after: string | null;
  energy_aside_before: string | null;
  energy_aside_after: string | null;
}

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

/** `findings.sql`: grain one rule of one series. */
export interface FindingRow {
  rule: string;
  severity: 'finding' | 'suspect' | 'set_aside';
  series_id: number;
  count: number;
  first_date: number | null;
  last_date: number | null;
}

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

/** `finding_places.sql`: grain one place that a rule points at. Up to 200, from `skipped` on. */
export interface FindingPlaceRow {
  rule: string;
  severity: 'finding' | 'suspect' | 'set_aside';
  series_id: number | null;
  /** Null for a date, a month, a year or a whole series. */
  source_id: number | null;
  source_file: string | null;
  /** Row of the file, from 0. */
  source_row: number | null;
  local_date: number | null;
  last_date: number | null;
  /** First slot of the array, from 0; null where the whole row or period is meant. */
  first_slot: number | null;
  /** Readings, rows, hours or days, as the rule says. */
  count: number;
  /** What was found there and what the rule allows, in the rule's measure. */
  found: number | null;
  threshold: number | null;
}

/** `coverage_day.sql`: grain one local date of one series, or the first of a month for monthly readings. */
export interface CoverageDayRow {
  local_date: number;
  /** Intervals that truly exist on the date; the counts after it are of these. */
  intervals: number;
  intervals_known: number;
  intervals_split: number;
  intervals_suspect: number;
  intervals_estimated: number;
  /** Source rows of the date that do not count. */
  rows_set_aside: number;
  /** A row that counts covers the date. */
  has_row: boolean;
  /** How many local dates the line covers. */
  days: number;
}

/** `coverage_week.sql`: grain one series. */
export interface CoverageWeekRow {
  series_id: number;
  intervals: number;
  intervals_known: number;
  first_week: number;
  /** One sign per week: `c` complete, `9` to `0` tenths known, `-` nothing known, blank outside the series. */
  weeks: string;
}

/** `quality_places.sql`: grain one place of one rule. */
export interface QualityPlaceRow {
  rule: string;
  severity: FindingRow['severity'];
  /** 0 for rows that belong to no series. */
  series_id: number;
  source_file: string | null;
  /** Counted from 0. */
  source_row: number | null;
  local_date: number | null;
  last_date: number | null;
  first_slot: number | null;
  clock_minute: number | null;
  finding_count: number;
  value: number | null;
  found: number | null;
  threshold: number | null;
  /** How many places there are in all, those left out included. */
  place_count: number;
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
