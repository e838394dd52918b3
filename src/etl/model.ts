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

/** One `.sql` file of the ETL. `inputs` names roots and models that the select reads. */
export interface Model {
  name: string;
  kind: 'table' | 'view';
  inputs: readonly string[];
  sql: string;
}
