import storedRow from './sql/staging/staged_row.contract.json';

/** A table that a run starts from, made in TypeScript rather than by a model. */
export interface InputTable {
  name: string;
  grain: string;
  description: string;
  columns: readonly { name: string; type: string; description: string }[];
}

/** The tables that `etl-run.ts` writes before the models run; a test holds this list to them. */
export const INPUT_TABLES: readonly InputTable[] = [
  {
    name: 'stored_row',
    grain: storedRow.grain,
    description:
      'The rows of the files as they were read, the array still folded: the only large table. meter_day shows it with repeats settled.',
    columns: storedRow.columns,
  },
  {
    name: 'source_file',
    grain: 'one file that is open',
    description: 'The names of the files, which stand nowhere else in SQL.',
    columns: [
      {
        name: 'source_id',
        type: 'INTEGER',
        description: 'The file, numbered from 1 in the order of opening.',
      },
      { name: 'source_file', type: 'VARCHAR', description: 'Its name.' },
    ],
  },
  {
    name: 'policy',
    grain: 'one row',
    description: 'What the person decided where the files leave it open.',
    columns: [
      { name: 'duplicates', type: 'VARCHAR', description: 'Which of several rows for one period counts.' },
      { name: 'assumed_fuel', type: 'VARCHAR', description: 'The fuel where a file states none.' },
      { name: 'assumed_channel', type: 'VARCHAR', description: 'The channel where a file states none.' },
      { name: 'assumed_unit', type: 'VARCHAR', description: 'The unit where a file states none.' },
      {
        name: 'estimate',
        type: 'VARCHAR',
        description: 'Whether missing readings are filled in: off, export or totals.',
      },
    ],
  },
  {
    name: 'source_policy',
    grain: 'one file that is open',
    description: 'How the clock-change days of each file are read.',
    columns: [
      { name: 'source_id', type: 'INTEGER', description: 'The file.' },
      { name: 'convention', type: 'VARCHAR', description: 'The encoding chosen for it, or auto.' },
      {
        name: 'clock_offset_minutes',
        type: 'INTEGER',
        description: 'The offset of a fixed clock; null for the standard time of the zone.',
      },
    ],
  },
  {
    name: 'series_setting',
    grain: 'one series that a person said something of',
    description: 'Fuel, channel and unit set for single series.',
    columns: [
      { name: 'series_key', type: 'VARCHAR', description: 'The series, by what its file states.' },
      { name: 'fuel', type: 'VARCHAR', description: 'The fuel set, or null.' },
      { name: 'channel', type: 'VARCHAR', description: 'The channel set, or null.' },
      { name: 'unit', type: 'VARCHAR', description: 'The unit set, or null.' },
      { name: 'capacity_kw', type: 'DOUBLE', description: 'What its connection carries, or null.' },
    ],
  },
  {
    name: 'series_meaning',
    grain: 'one series that is not shown as it lies in its file',
    description: 'Units that are converted, and series whose values are the states of a counter.',
    columns: [
      { name: 'series_id', type: 'INTEGER', description: 'The series.' },
      { name: 'stated_unit', type: 'VARCHAR', description: 'The unit that was stated or assumed.' },
      { name: 'unit', type: 'VARCHAR', description: 'The unit in which energy is shown.' },
      {
        name: 'numerator',
        type: 'DOUBLE',
        description: 'Values are multiplied by it; null without a conversion.',
      },
      { name: 'denominator', type: 'DOUBLE', description: 'And divided by it; null without a conversion.' },
      {
        name: 'per_hour',
        type: 'BOOLEAN',
        description: 'True for power: the hours of the interval are a factor too.',
      },
      { name: 'is_register', type: 'BOOLEAN', description: 'True where values are the states of a counter.' },
      {
        name: 'states_at_end',
        type: 'BOOLEAN',
        description: 'True where a state stands in the slot at whose end it was read.',
      },
      {
        name: 'register_gaps',
        type: 'VARCHAR',
        description: 'What becomes of energy over a gap: set-aside or split.',
      },
    ],
  },
  {
    name: 'rule_setting',
    grain: 'one validation rule',
    description: 'The threshold of each rule, as chosen or by default.',
    columns: [
      { name: 'rule', type: 'VARCHAR', description: 'The rule.' },
      { name: 'threshold', type: 'DOUBLE', description: 'Its threshold; the rule says in which unit.' },
    ],
  },
  {
    name: 'run_clock',
    grain: 'one row',
    description: 'The day of the run, which the rules hold dates against.',
    columns: [{ name: 'run_date', type: 'DATE', description: 'Today, in UTC.' }],
  },
  {
    name: 'zone_standard',
    grain: 'one row',
    description: 'The standard time of the chosen zone, for files on a fixed clock.',
    columns: [{ name: 'offset_minutes', type: 'INTEGER', description: 'Local − UTC.' }],
  },
  {
    name: 'local_calendar',
    grain: 'one local date of the zone',
    description:
      'What the clocks do on each local date, made from the IANA rules. The SQL never names a zone.',
    columns: [
      { name: 'local_date', type: 'DATE', description: 'The date on the local wall clock.' },
      { name: 'start_utc', type: 'TIMESTAMP', description: 'Start of the date, in UTC.' },
      {
        name: 'day_minutes',
        type: 'INTEGER',
        description: 'True length: 1440, or 1380 and 1500 on most transition days.',
      },
      {
        name: 'offset_before_minutes',
        type: 'INTEGER',
        description: 'Local − UTC at the start of the date.',
      },
      { name: 'offset_after_minutes', type: 'INTEGER', description: 'Local − UTC at its end.' },
      {
        name: 'start_local_minute',
        type: 'INTEGER',
        description: 'Local minute of the first instant; 0 unless midnight is skipped.',
      },
      {
        name: 'transition_elapsed_minutes',
        type: 'INTEGER',
        description: 'Minutes from the start to the clock change, null on other dates.',
      },
      {
        name: 'shift_start_minute',
        type: 'INTEGER',
        description: 'Local minute at which the skipped or doubled time begins, null on other dates.',
      },
      {
        name: 'shift_minutes',
        type: 'INTEGER',
        description: 'How far the clocks move: 60 forward, −60 back, 0 on other dates.',
      },
    ],
  },
];
