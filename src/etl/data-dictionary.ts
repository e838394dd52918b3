/** A column of the analytical table. Types are Parquet's logical types. */
export interface DictionaryColumn {
  name: string;
  type: string;
  nullable: boolean;
  meaning: string;
}

/**
 * The analytical table, column by column, in file order. The exported file
 * carries this list; a test holds docs/data-dictionary.md and the written
 * schema to it.
 */
export const DATA_DICTIONARY: readonly DictionaryColumn[] = [
  column('client_id', 'string', 'The client that the meter belongs to, as in the source.'),
  column('ext_dev_ref', 'string', 'The meter, as in the source.'),
  column(
    'fuel',
    'string',
    'What is metered: electricity, gas, district_heating. Stated by the file, else assumed.',
  ),
  column(
    'channel',
    'string',
    'What the register counts: consumption, import, export, production. Never add different channels.',
  ),
  column('timestamp_utc', 'timestamp (µs, UTC)', 'Start of the interval, in UTC.'),
  column(
    'timestamp_local',
    'timestamp (µs, local)',
    'The same start on the local wall clock; not unique in autumn.',
  ),
  column('utc_offset_minutes', 'int16', 'Local − UTC at the start of the interval, in minutes.'),
  column('interval_minutes', 'int32', 'True length of the interval in minutes.'),
  column('local_date', 'date', 'Date of timestamp_local.'),
  column('local_hour', 'int8', 'Hour of timestamp_local, 0 to 23.'),
  column('iso_weekday', 'int8', 'Weekday of timestamp_local, 1 Monday to 7 Sunday.'),
  column('is_weekend', 'bool', 'True on Saturday and Sunday.'),
  column('local_month', 'int8', 'Month of timestamp_local, 1 to 12.'),
  column(
    'energy',
    'double',
    'Energy in the interval, in `unit`. Null exactly where quality is missing.',
    true,
  ),
  column('unit', 'string', 'The unit of energy as stated by the file or the person, else `unknown`.'),
  column('quality', 'string', 'measured, split, missing, suspect or estimated.'),
  column('quality_rule', 'string', 'The rule or method behind a quality other than measured.', true),
  column(
    'source_file',
    'string',
    'The file that the value came from; null where no file has the period.',
    true,
  ),
  column('source_row', 'int32', 'Row of that file, counted from 0.', true),
  column(
    'source_slot',
    'int16',
    "Place in that row's array, counted from 0; null where no slot stands for it.",
    true,
  ),
];

function column(name: string, type: string, meaning: string, nullable = false): DictionaryColumn {
  return { name, type, nullable, meaning };
}
