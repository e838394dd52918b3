import { beforeAll, describe, expect, it } from 'vitest';
import { startPageEngine } from '../../../e2e/native-run/page-engine';
import type { PageEngine } from '../../../e2e/native-run/page-engine';
import { AppError } from '../../domain/app-error';
import { readStatement } from './console-run';
import { engineTrouble } from './engine-trouble';
import { guardStatement } from './statement-guard';
import type { StatementTrouble } from './statement-guard';

let engine: PageEngine;
beforeAll(async () => {
  engine = await startPageEngine();
  engine.run('create table meter_day as select range as slot, range * 1.5 as energy from range(10)');
  engine.run('create view reading as select * from meter_day');
});

/** What the console does with a text: the trouble that a person reads, or null when it ran. */
function attempt(sql: string): StatementTrouble | null {
  const refused = guardStatement(sql);
  if (refused) return refused;
  const { sql: bare, mayExpand } = readStatement(sql);
  try {
    engine.read(bare, mayExpand);
    return null;
  } catch (thrown) {
    return engineTrouble(new AppError('QUERY_FAILED', { cause: (thrown as Error).message }), sql);
  }
}

/** Everything that is stored, and every setting, as text. */
function everything(): string {
  const asked = [
    'from meter_day order by all',
    'select table_name, sql from duckdb_tables() order by all',
    'select view_name, sql from duckdb_views() where not internal order by all',
    'select name, value from duckdb_settings() order by all',
    'select database_name from duckdb_databases() order by all',
    'select function_name from duckdb_functions() where not internal order by all',
    'select sequence_name from duckdb_sequences() order by all',
    'select type_name from duckdb_types() where not internal order by all',
  ];
  return JSON.stringify(
    asked.map((sql) => engine.run(sql)),
    (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
  );
}

const HOSTILE = [
  'drop table meter_day',
  'drop view reading',
  'DROP TABLE IF EXISTS meter_day CASCADE',
  '/* select */ drop table meter_day',
  '-- select\ndrop table meter_day',
  '(drop table meter_day)',
  'update meter_day set energy = 0',
  'delete from meter_day',
  'truncate meter_day',
  'insert into meter_day values (1, 2)',
  'with w as (select 1, 2) insert into meter_day from w',
  'with w as (select 1) delete from meter_day using w',
  'with w as (select 1) update meter_day set energy = 0 from w',
  'explain analyze drop table meter_day',
  'explain analyze delete from meter_day',
  'alter table meter_day rename to gone',
  'create table more as select 1',
  'create table memory.main.more as select 1',
  'explain analyze create table memory.main.more as select 1',
  'detach meterfold',
  'with w as (select 1) insert into meterfold.main.meter_day from w',
  'create temp table more as select 1',
  'create or replace view reading as select 1',
  'create macro sum2(a) as a + 1',
  'create sequence s',
  'create schema s',
  "create type t as enum ('a')",
  'set threads = 1',
  "set memory_limit = '1MB'",
  'reset all',
  'pragma enable_profiling',
  'pragma disable_optimizer',
  'set variable x = 1',
  'select 1; drop table meter_day',
  'select 1; commit; drop table meter_day',
  "select ';'; commit; drop table meter_day",
  'select 1 /* ; */ ; drop table meter_day; --',
  'select $$ ; $$; drop table meter_day',
  "select e'\\'; drop table meter_day; --'",
  "select e'\\'; commit; drop table meter_day; select '1'",
  'commit',
  'rollback',
  'begin transaction',
  'end; drop table meter_day',
  "attach ':memory:' as other",
  'detach memory',
  'use system',
  'checkpoint',
  'force checkpoint',
  'vacuum',
  'analyze',
  'call pragma_version()',
  'prepare p as select 1',
  "copy meter_day to 'a.csv'",
  "copy (select 1) to 'a.parquet' (format parquet)",
  "copy meter_day from 'a.csv'",
  "export database 'x'",
  "import database 'x'",
  'install httpfs',
  'load json',
  "select * from query('drop table meter_day')",
  "from query_table('a.parquet')",
  "select * from read_parquet('https://example.org/a.parquet')",
  "select * from 'a.parquet'",
  "select * from read_csv('/etc/passwd')",
  "select * from read_text('/etc/passwd')",
  "select * from glob('*')",
  "select json_extract('{}', '$')",
  'select current_date',
  "select now() at time zone 'Europe/Vilnius'",
  "comment on table meter_day is 'x'",
  'merge into meter_day using reading on false when not matched then insert',
  'create secret s (type s3)',
  '   ',
  ';;',
  '-- nothing',
];

describe('a statement that a person wrote', () => {
  it.each(HOSTILE)('%s is refused with a sentence, and nothing has changed', (sql) => {
    const before = everything();
    const trouble = attempt(sql);
    expect(everything()).toBe(before);
    expect(trouble?.title).toMatch(/\S+ \S+/);
    expect(trouble?.sentence).toMatch(/[.?!]$/);
    expect(trouble?.nextStep).toMatch(/[.?!]$/);
  });

  it.each([
    'select * from meter_day',
    'SELECT 1;',
    'select 1; -- done',
    "select ';' as semicolon",
    'from reading select slot',
    'with w as (from reading) from w',
    '(select 1) union all (select 2)',
    'values (1), (2)',
    'table meter_day',
    'describe meter_day',
    'show tables',
    'summarize meter_day',
    'explain select * from reading',
    'explain analyze select * from reading',
    'pivot meter_day on slot using sum(energy)',
    'with p as (pivot meter_day on slot using sum(energy)) from p',
    'unpivot meter_day on energy',
    "select 'drop table meter_day'",
    'select "energy" /* drop; */ from meter_day',
    'select now()',
    "select date_trunc('month', timestamp '2022-03-27 04:00:00')",
  ])('%s runs', (sql) => {
    const before = everything();
    expect(attempt(sql)).toBeNull();
    expect(everything()).toBe(before);
  });
});

describe('an error has its place and a sentence', () => {
  const marked = (sql: string) => {
    const trouble = attempt(sql);
    const place = trouble?.place;
    return [place ? sql.slice(place.from, place.to) : null, trouble?.title, trouble?.nextStep];
  };

  it.each([
    ['select enrgy from meter_day', 'enrgy', 'There is no such column', 'There are: energy.'],
    ['select slot\nfrom meter_dya', 'meter_dya', 'There is no such table', 'Did you mean “meter_day”?'],
    ['select slot,\n  sum(energy)\nfrom meter_day', 'slot', 'A column is neither grouped nor summed', null],
    ['select 1 form meter_day', 'meter_day', 'The statement cannot be read', null],
    ['select sume(energy) from meter_day', 'sume', 'There is no such function', null],
    ['update meter_day set slot = 1', 'update', 'UPDATE is not for this console', null],
    ['select 1; select 2', 'select 2', 'One statement at a time', null],
  ])('%s', (sql, text, title, next) => {
    const [found, heading, step] = marked(sql);
    expect(found).toBe(text);
    expect(heading).toBe(title);
    if (next !== null) expect(step).toBe(next);
  });

  it('in a line so long that the engine shows a part of it', () => {
    const sql = `select ${'slot, '.repeat(60)}slot\nfrom meter_day where ${'slot = 1 or '.repeat(30)} enrgy = 1 or ${'slot = 2 or '.repeat(20)} true`;
    expect(marked(sql)[0]).toBe('enrgy');
  });

  it('says what to do instead of an extension', () => {
    expect(attempt("select * from read_parquet('a.parquet')")?.nextStep).toContain('Drop the Parquet file');
    expect(attempt("select json_extract('{}', '$')")?.sentence).toContain('json extension');
    expect(attempt('select current_date')?.nextStep).toContain('timestamp_local');
    expect(attempt("select * from 'a.csv'")?.title).toBe('Files are out of reach here');
  });
});
