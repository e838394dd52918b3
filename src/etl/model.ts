/** What a run starts from. A change of one of these re-runs the models that depend on it, and no others. */
export type Root = (typeof ALL_ROOTS)[number];

/** Every root: what a run over new files starts from. */
export const ALL_ROOTS = [
  'staged_rows',
  'local_calendar',
  'policy.convention',
  'policy.duplicates',
  'policy.assumed',
  'policy.rules',
  'policy.estimate',
  'policy.series',
  'policy.meaning',
] as const;

/**
 * What only some runs have: series whose values are converted, series of counter states, either of the two,
 * readings to fill in, files on a clock that never changes, rows that may tell a period again.
 */
export type Need = 'conversions' | 'registers' | 'meanings' | 'estimates' | 'fixed_clock' | 'repeats';

/** One `.sql` file of the ETL. `inputs` names roots and models that the select reads. */
export interface Model {
  name: string;
  kind: 'table' | 'view';
  inputs: readonly string[];
  sql: string;
  /** A column of stored_row that is set by this once the model is there, so that no look at a row has to join it. */
  marks?: { column: string; sql: string };
  /** The table stays empty in a run without this, and the select, which would find nothing, is not planned. */
  neededFor?: Need;
}
