import comparedRow from './sql/staging/compared_row.sql?raw';
import duplicateRow from './sql/staging/duplicate_row.sql?raw';
import repeatChange from './sql/staging/repeat_change.sql?raw';
import repeatedRow from './sql/staging/repeated_row.sql?raw';
import type { Model } from './model';

/** Rows that tell a period again: which there are, how they compare, and what becomes of each. */
export const REPEAT_MODELS: readonly Model[] = [
  { name: 'repeated_row', kind: 'table', inputs: ['staged_rows'], sql: repeatedRow },
  {
    name: 'compared_row',
    kind: 'table',
    neededFor: 'repeats',
    inputs: ['stored_day', 'repeated_row'],
    sql: comparedRow,
  },
  {
    name: 'duplicate_row',
    kind: 'table',
    neededFor: 'repeats',
    inputs: ['staged_rows', 'stored_day', 'compared_row', 'policy.duplicates'],
    sql: duplicateRow,
    marks: { column: 'repeated_as', sql: repeatChange },
  },
];
