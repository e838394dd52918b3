import type { TableColumn } from '../engine/engine';

const columns = (list: Record<string, TableColumn['type']>): readonly TableColumn[] =>
  Object.entries(list).map(([name, type]) => ({ name, type }));

/** What a row is about, and where in its file it comes from: columns that several tables begin with. */
const DAY_OF_SERIES = { series_id: 'integer', local_date: 'date', resolution_minutes: 'integer' } as const;
const PLACE_IN_FILE = { source_id: 'integer', source_row: 'integer' } as const;

/** The columns of the tables that stay empty in most runs, by model; a test holds them to the contracts. */
export const EMPTY_TABLES: Readonly<Record<string, readonly TableColumn[]>> = {
  compared_row: columns({
    row_position: 'bigint',
    first_position: 'bigint',
    ...PLACE_IN_FILE,
    run_number: 'integer',
  }),
  conversion: columns({
    series_id: 'integer',
    resolution_minutes: 'integer',
    local_date: 'date',
    multiplier: 'double',
    divisor: 'double',
    factor: 'double',
  }),
  converted_count: columns({
    source_id: 'integer',
    series_id: 'integer',
    energy_in_file: 'decimal(38,9)',
    energy: 'decimal(38,9)',
  }),
  duplicate_row: columns({ row_position: 'bigint', row_status: 'varchar', kept_source_id: 'integer' }),
  estimated_interval: columns({
    ...DAY_OF_SERIES,
    start_utc: 'timestamp',
    estimate: 'double',
    estimate_rule: 'varchar',
  }),
  fixed_clock_day: columns({
    ...DAY_OF_SERIES,
    ...PLACE_IN_FILE,
    start_utc: 'timestamp',
    offset_before_minutes: 'integer',
    energy: 'double[]',
    is_whole: 'boolean',
    first_slot: 'integer',
    turn_slot: 'integer',
    next_source_row: 'integer',
  }),
  fixed_clock_interval: intervalColumns(),
  register_interval: intervalColumns(),
  register_state: columns({
    series_id: 'integer',
    local_date: 'date',
    ...PLACE_IN_FILE,
    slot: 'smallint',
    from_utc: 'timestamp',
    to_utc: 'timestamp',
    opening_state: 'double',
    closing_state: 'double',
    verdict: 'varchar',
    is_adjacent: 'boolean',
    energy: 'double',
    is_shown: 'boolean',
  }),
};

function intervalColumns(): readonly TableColumn[] {
  return columns({
    ...DAY_OF_SERIES,
    ...PLACE_IN_FILE,
    start_utc: 'timestamp',
    utc_offset_minutes: 'smallint',
    interval_minutes: 'integer',
    slot: 'smallint',
    energy: 'double',
    quality: 'varchar',
    quality_rule: 'varchar',
  });
}
