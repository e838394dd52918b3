import { describe, expect, it } from 'vitest';
import { sqlFiles, tablesRead } from '../../e2e/native-run/sql-files';
import type { SqlFile } from '../../e2e/native-run/sql-files';
import { MODELS, modelsToRun } from './models';
import type { Root } from './model';

/** Which root stands for a table that no model makes. Names of source files are written anew on every run. */
const ROOT_TABLES: Record<string, readonly string[]> = {
  staged_series: ['staged_rows'],
  staged_row: ['staged_rows'],
  staged_count: ['staged_rows'],
  staged_flag: ['staged_rows'],
  stored_row: ['staged_rows'],
  local_calendar: ['local_calendar'],
  source_file: [],
  rule_setting: ['policy.rules'],
  run_clock: [],
  series_setting: ['policy.series'],
  series_meaning: ['policy.meaning'],
  source_policy: ['policy.convention'],
  zone_standard: ['local_calendar'],
};

/** What would make DuckDB-Wasm ask for an extension, read the machine's zone, or touch files. */
const FORBIDDEN: readonly RegExp[] = [
  /\bread_(parquet|csv|json|text|blob)/,
  /\bparquet_\w+\s*\(/,
  /\bcopy\b/,
  /\bat time zone\b/,
  /\btimezone\s*\(/,
  /\b(current_date|current_time|current_timestamp|localtime|localtimestamp|today|now|get_current_\w+)\b/,
  /\bjson\w*\s*\(/,
  /\bto_json\b|\bfrom_json\b|->/,
  /\b(install|load|attach|pragma|set)\s/,
  /\bicu_\w+/,
];

const etlFiles = sqlFiles('src/etl/sql');
const queryFiles = sqlFiles('src/queries');

/** The inputs that a select's own text asks for. */
function inputsOf(file: SqlFile): string[] {
  const tables = tablesRead(file).flatMap(
    (table) => ROOT_TABLES[table] ?? (table === 'policy' ? [] : [table]),
  );
  // What the select of a model has set in stored_row.
  if (/\brepeated_as\b/.test(file.code)) tables.push('duplicate_row');
  const policies = [...file.code.matchAll(/\bpolicy\.(assumed|[a-z]+)/g)].map(
    (match) => `policy.${match[1]}`,
  );
  return [...new Set([...tables, ...policies])].sort();
}

describe('the models', () => {
  it.each(MODELS.map((model) => [model.name, model] as const))(
    '%s declares exactly what it reads',
    (name, model) => {
      const file = etlFiles.find((candidate) => candidate.name === name)!;
      expect(model.sql).toBe(file.text);
      expect([...model.inputs].sort()).toEqual(inputsOf(file));
    },
  );

  it('run after everything that they read', () => {
    const ready = new Set<string>(['staged_rows', 'local_calendar']);
    for (const model of MODELS) {
      const early = model.inputs.filter((input) => !input.startsWith('policy.') && !ready.has(input));
      expect([model.name, early]).toEqual([model.name, []]);
      ready.add(model.name);
    }
  });

  it('store no array but once, and readings never', () => {
    const kinds = Object.fromEntries(MODELS.map((model) => [model.name, model.kind]));
    expect(kinds).toMatchObject({
      meter_day: 'view',
      kept_row: 'view',
      placed_day: 'view',
      reading_day: 'view',
    });
    expect(kinds).toMatchObject({ reading: 'view', analytical: 'view' });
  });

  it('look at the row before only where rows are stored in order, which a join does not keep', () => {
    const inOrder = new Set(['kept_row', 'stored_row', 'staged_row']);
    const files = etlFiles.filter(({ code }) => /\b(lag|lead)\([^)]*\) over \(\)/.test(code));
    expect(files.length).toBeGreaterThan(3);
    // What compared_row finds equal is equal in any order; what it misses is compared without its help.
    for (const { path, code } of files.filter(({ path }) => path !== 'staging/compared_row.sql')) {
      const windowed = code.split(/^\),?$/m).filter((part) => part.includes('over ()'));
      const read = windowed.flatMap((part) => [
        ...part.matchAll(/(?<!distinct )\b(?:from|join)\s+([a-z_]+)/g),
      ]);
      expect([path, read.filter(([, table]) => !inOrder.has(table!))]).toEqual([path, []]);
    }
  });

  it('all stand in the folder, beside what the staging and the checks ask', () => {
    const others = etlFiles
      .map((file) => file.name)
      .filter((name) => !MODELS.some((model) => model.name === name));
    expect(others.sort()).toEqual([
      'batch_key',
      'batch_text',
      'calendar_range',
      'fixed_clock_count',
      'key_gap',
      'key_trouble',
      'known_view',
      'ledger_difference',
      'merged_row',
      'merged_series',
      'repeat_change',
      'repeat_count',
      'restaged_count',
      'restaged_flag',
      'restaged_row',
      'restaged_series',
      'series_new',
      'series_rows',
      'sorted_row',
      'staged_count',
      'staged_disorder',
      'staged_flag',
      'staged_row',
      'staged_total',
      'stated_series',
    ]);
  });
});

describe('what a change makes stale', () => {
  const placement = [
    'fixed_clock_part',
    'fixed_clock_day',
    'fixed_clock_interval',
    'placed_fold',
    'placed_interval',
    'register_place',
    'register_state',
    'register_interval',
    'folded_day',
    'special_interval',
    'series_day',
    'estimated_interval',
    'opened_day',
    'judged_interval',
    'ordinary_day',
    'special_day',
    'reading_day',
    'reading',
    'analytical',
    'set_aside',
    'converted_count',
    'ledger',
  ];
  const places = ['wrong_length', 'nonexistent_hour', 'interval_note', 'finding_place', 'finding'];
  const afterConvention = ['convention', 'day_shape', 'placed_day', 'touched_day', ...placement, ...places];
  const afterCalendar = [
    'local_month',
    'calendar_line',
    'conversion',
    'metered_day',
    'dated_day',
    'uneven_day',
    'transition_interval',
    'interval_count',
    'transition_slot',
    'array_shape',
    'array_length',
    'padded_sign',
    'judged_series',
    'near_day',
    'spring_sign',
    'autumn_ratio',
    'clock_profile',
    'clock_ramp',
    'convention',
    'day_shape',
    'placed_day',
    'touched_day',
    'absent_period',
    ...placement,
    'completeness_day',
    'completeness_month',
    'completeness_year',
    'rule_place',
    ...places,
  ];
  const foldedRows = [
    'series',
    'intake_count',
    'duplicate_row',
    'meter_day',
    'kept_row',
    'uneven_day',
    'placed_day',
    'transition_interval',
    'convention',
    'absent_period',
    'placed_interval',
    'set_aside',
  ];
  const namesAfter = (...roots: Root[]) => modelsToRun(roots).map((model) => model.name);

  it('is nothing when nothing changes', () => {
    expect(namesAfter()).toEqual([]);
  });

  it('of new rows is every model', () => {
    expect(namesAfter('staged_rows', 'policy.assumed', 'local_calendar')).toEqual(
      MODELS.map((model) => model.name),
    );
  });

  it('of the zone is what lies after the calendar, and no row is staged again', () => {
    expect(namesAfter('local_calendar')).toEqual(afterCalendar);
  });

  it('of the convention is where arrays lie, and no evidence is gathered again', () => {
    expect(namesAfter('policy.convention')).toEqual(afterConvention);
  });

  it('of assumed fuel, channel and unit is names and rules, and no row is staged or placed again', () => {
    const names = namesAfter('policy.assumed');
    expect(names).toEqual(expect.arrayContaining(['series_named', 'series_figure', 'analytical', 'finding']));
    expect(names.filter((name) => foldedRows.includes(name))).toEqual([]);
  });

  it('of a rule’s threshold is what the rules find, and no row is staged or placed again', () => {
    const names = namesAfter('policy.rules');
    expect(names).toEqual(expect.arrayContaining(['spike', 'doubt', 'special_day', 'ledger', 'finding']));
    expect(names.filter((name) => foldedRows.includes(name))).toEqual([]);
  });

  it('of filling missing readings in is the days that have some', () => {
    const names = namesAfter('policy.estimate');
    expect(names.slice(0, 3)).toEqual(['estimated_interval', 'opened_day', 'judged_interval']);
    expect(names.filter((name) => foldedRows.includes(name) || name === 'doubt')).toEqual([]);
  });

  it('of the duplicates policy is everything after them', () => {
    expect(namesAfter('policy.duplicates').slice(0, 3)).toEqual(['duplicate_row', 'kept_row', 'meter_day']);
  });
});

describe.each([...etlFiles.map(located('src/etl/sql')), ...queryFiles.map(located('src/queries'))])(
  '$place',
  ({ file }) => {
    it('opens with a comment that names its grain', () => {
      const header = /^(?:--.*\n)+/.exec(file.text)?.[0] ?? '';
      expect(header).toMatch(/Grain: \S/);
      expect(header.split('\n')[0]).toMatch(/^-- \S.*/);
    });

    it('is one select', () => {
      expect(file.code).not.toContain(';');
      expect(topLevel(file.code).trim()).toMatch(/^(with|select)\b/);
      const heads = topLevel(file.code).match(/\bselect\b/g) ?? [];
      const unions = topLevel(file.code).match(/\bunion all\b/g) ?? [];
      expect(heads.length).toBe(unions.length + 1);
    });

    it('asks for nothing that the browser’s engine lacks', () => {
      expect(FORBIDDEN.filter((pattern) => pattern.test(file.code))).toEqual([]);
    });
  },
);

function located(folder: string): (file: SqlFile) => { place: string; file: SqlFile } {
  return (file) => ({ place: `${folder}/${file.path}`, file });
}

/** The text outside all brackets. */
function topLevel(code: string): string {
  let depth = 0;
  return [...code]
    .filter((character) => {
      if (character === '(') depth++;
      if (character === ')') depth--;
      return depth === 0 && character !== ')';
    })
    .join('');
}
