/**
 * What staging needs to know of an array of readings, under the names of the columns that carry it.
 * `staged_row.sql` says how each is worked out; a reader may bring them along.
 */
export const ARRAY_FIGURES = [
  'array_count',
  'array_total',
  'array_lowest',
  'array_highest',
  'array_may_be_stuck',
  'array_equal_at_start',
  'array_equal_at_end',
] as const;
