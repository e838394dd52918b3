import { DATA_DICTIONARY } from '../etl/data-dictionary';

export const RESOLUTIONS = ['native', 'hour', 'day', 'month'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** The columns of an export by hour, day or month, in file order; docs/data-dictionary.md says what they mean. */
const AGGREGATE_COLUMNS = [
  'client_id',
  'ext_dev_ref',
  'fuel',
  'channel',
  'timestamp_utc',
  'timestamp_local',
  'utc_offset_minutes',
  'minutes',
  'local_date',
  'energy',
  'unit',
  'intervals',
  'intervals_with_value',
  'minutes_known',
  'coverage',
  'intervals_split',
  'intervals_suspect',
  'intervals_estimated',
  'energy_estimated',
] as const;

/** The columns that an export at this resolution can have, in file order. */
export function chosenColumns(resolution: Resolution): readonly string[] {
  return resolution === 'native' ? DATA_DICTIONARY.map(({ name }) => name) : AGGREGATE_COLUMNS;
}
