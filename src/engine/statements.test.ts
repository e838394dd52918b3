import { describe, expect, it } from 'vitest';
import * as statements from './statements';

const HOSTILE = [
  'x; drop table y',
  'Robert"',
  "it's",
  'two words',
  '',
  'Ünïcode',
  '1st',
  'x--',
  'x\ny',
  'UPPER',
];

describe('a name', () => {
  it.each(HOSTILE)('such as “%s” never becomes part of a statement', (name) => {
    const attempts = [
      () => statements.materializeStatement('table', name, 'select 1'),
      () => statements.appendStatement(name, 'select 1'),
      () => statements.assignStatement(name, 'good', 'select 1'),
      () => statements.assignStatement('good', name, 'select 1'),
      () => statements.createTableStatement(name, []),
      () => statements.createTableStatement('good', [{ name, type: 'integer' }]),
      () => statements.dropTableStatement(name),
      () => statements.setVariableStatement(name),
      () => statements.nameColumnsStatement(name, 'good', [], []),
      () => statements.nameColumnsStatement('good', name, [], []),
      () => statements.nameColumnsStatement('good', 'good', [name], []),
      () => statements.nameColumnsStatement('good', 'good', [], [name]),
      () => statements.parquetViewStatement(name, []),
      () => statements.parquetViewStatement('good', [[name, 0]]),
      () => statements.copyStatement('select 1', [name]),
    ];
    for (const attempt of attempts) expect(attempt).toThrow(/not a plain/);
  });
});

describe('the hardening', () => {
  it('turns extensions and files off before it locks itself', () => {
    const order = statements.HARDENING_STATEMENTS.map((statement) => statement.split(' ')[1]);
    expect(order).toEqual([
      'autoload_known_extensions',
      'autoinstall_known_extensions',
      'enable_external_access',
      'lock_configuration',
    ]);
  });
});

describe('a view over a file', () => {
  it('names columns by position, and adds those that the file lacks as null text', () => {
    const view = statements.parquetViewStatement('source_batch', [
      ['client_id', 3],
      ['fuel', null],
    ]);
    expect(view).toBe(
      "create or replace view source_batch as select #4 as client_id, null::varchar as fuel from read_parquet(getvariable('source_path'))",
    );
    expect(statements.nameColumnsStatement('source_batch', 'arrow', ['date'], ['unit'])).toBe(
      'create or replace view source_batch as select *, null::varchar as unit from arrow as named(date)',
    );
  });
});
