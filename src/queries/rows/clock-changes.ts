import type { Quality } from '../../domain/quality';

/**
 * The days on which clocks change: what lies in the file, what is made of it and why, and what ignoring it would cost.
 * Row types of the questions that the views ask, one interface per `.sql` file of
 * the same name. Instants are milliseconds since the epoch: `_utc` true UTC, `_local`
 * the local wall clock written as if it were UTC (draw with UTC scales). `energy` is
 * in the series' unit; null means that no value is known.
 */

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
