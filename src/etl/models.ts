import convention from './sql/intermediate/convention.sql?raw';
import absentPeriod from './sql/intermediate/absent_period.sql?raw';
import localMonth from './sql/intermediate/local_month.sql?raw';
import placedDay from './sql/intermediate/placed_day.sql?raw';
import specialDay from './sql/intermediate/special_day.sql?raw';
import specialInterval from './sql/intermediate/special_interval.sql?raw';
import transitionInterval from './sql/intermediate/transition_interval.sql?raw';
import analytical from './sql/marts/analytical.sql?raw';
import reading from './sql/marts/reading.sql?raw';
import readingDay from './sql/marts/reading_day.sql?raw';
import finding from './sql/checks/finding.sql?raw';
import ledger from './sql/checks/ledger.sql?raw';
import setAside from './sql/checks/set_aside.sql?raw';
import duplicateRow from './sql/staging/duplicate_row.sql?raw';
import intakeCount from './sql/staging/intake_count.sql?raw';
import meterDay from './sql/staging/meter_day.sql?raw';
import series from './sql/staging/series.sql?raw';
import seriesNamed from './sql/staging/series_named.sql?raw';

/** What a run starts from. A change of one of these re-runs the models that depend on it, and no others. */
export type Root =
  'staged_rows' | 'local_calendar' | 'policy.convention' | 'policy.duplicates' | 'policy.assumed';

/** One `.sql` file of the ETL. `inputs` names roots and models that the select reads. */
export interface Model {
  name: string;
  kind: 'table' | 'view';
  inputs: readonly string[];
  sql: string;
}

/** All models in the order in which they run. A test holds `inputs` to what each select really reads. */
export const MODELS: readonly Model[] = [
  { name: 'series', kind: 'table', inputs: ['staged_rows'], sql: series },
  { name: 'intake_count', kind: 'table', inputs: ['staged_rows'], sql: intakeCount },
  { name: 'duplicate_row', kind: 'table', inputs: ['staged_rows', 'policy.duplicates'], sql: duplicateRow },
  { name: 'meter_day', kind: 'table', inputs: ['staged_rows', 'duplicate_row'], sql: meterDay },
  { name: 'series_named', kind: 'view', inputs: ['series', 'policy.assumed'], sql: seriesNamed },
  { name: 'local_month', kind: 'view', inputs: ['local_calendar'], sql: localMonth },
  { name: 'placed_day', kind: 'view', inputs: ['meter_day', 'local_calendar'], sql: placedDay },
  {
    name: 'transition_interval',
    kind: 'table',
    inputs: ['meter_day', 'local_calendar'],
    sql: transitionInterval,
  },
  {
    name: 'convention',
    kind: 'table',
    inputs: ['placed_day', 'local_calendar', 'policy.convention'],
    sql: convention,
  },
  { name: 'absent_period', kind: 'table', inputs: ['meter_day', 'local_calendar'], sql: absentPeriod },
  {
    name: 'special_interval',
    kind: 'table',
    inputs: [
      'placed_day',
      'absent_period',
      'transition_interval',
      'local_month',
      'local_calendar',
      'convention',
    ],
    sql: specialInterval,
  },
  { name: 'special_day', kind: 'table', inputs: ['special_interval'], sql: specialDay },
  { name: 'reading_day', kind: 'view', inputs: ['placed_day', 'special_day'], sql: readingDay },
  { name: 'reading', kind: 'view', inputs: ['reading_day'], sql: reading },
  { name: 'analytical', kind: 'view', inputs: ['reading', 'series_named'], sql: analytical },
  {
    name: 'set_aside',
    kind: 'table',
    inputs: ['meter_day', 'placed_day', 'local_calendar', 'transition_interval'],
    sql: setAside,
  },
  {
    name: 'ledger',
    kind: 'table',
    inputs: ['intake_count', 'placed_day', 'special_interval', 'set_aside'],
    sql: ledger,
  },
  {
    name: 'finding',
    kind: 'table',
    inputs: ['set_aside', 'special_interval', 'placed_day', 'meter_day'],
    sql: finding,
  },
];

/** The models that a change of the given roots makes stale, in running order. */
export function modelsToRun(changed: readonly Root[]): Model[] {
  const stale = new Set<string>(changed);
  return MODELS.filter((model) => {
    const affected = model.inputs.some((input) => stale.has(input));
    if (affected) stale.add(model.name);
    return affected;
  });
}
