import { beforeAll, describe, expect, it } from 'vitest';
import { startPageEngine } from '../../../e2e/native-run/page-engine';
import type { PageEngine } from '../../../e2e/native-run/page-engine';
import { joinBytes } from '../../engine/arrow-rows';
import { dictionaryColumns, MOST_ROWS_HELD, ResultTable } from './result-table';

let engine: PageEngine;
beforeAll(async () => {
  engine = await startPageEngine();
});

function resultOf(sql: string): ResultTable {
  const [header, ...batches] = engine.stream(sql);
  const table = new ResultTable(header!);
  for (const batch of batches) if (!table.append(joinBytes([header!, batch]))) break;
  return table;
}

describe('a cell is exact text', () => {
  it.each([
    ['9007199254740993::bigint', 'int64', '9007199254740993'],
    [
      '170141183460469231731687303715884105727::hugeint',
      'decimal(38, 0)',
      '170141183460469231731687303715884105727',
    ],
    ['-1.50::decimal(10, 2)', 'decimal(10, 2)', '-1.50'],
    ['-0.000000001::decimal(38, 9)', 'decimal(38, 9)', '-0.000000001'],
    ['0.1::double', 'double', '0.1'],
    ['true', 'boolean', 'true'],
    ["date '2022-03-27'", 'date', '2022-03-27'],
    ["timestamp '2022-03-27 04:00:00'", 'timestamp', '2022-03-27 04:00:00'],
    ["timestamp '2022-03-27 01:00:00'::timestamptz", 'timestamp, UTC', '2022-03-27 01:00:00Z'],
    ["time '10:30:00'", 'time', '10:30:00'],
    ["interval '3 months 2 days 1 hour'", 'interval', '3 months 2 days 3600 seconds'],
    ['[1.5, null, 2]::double[]', 'double[]', '[1.5, NULL, 2]'],
    ["{'a': 1.25::decimal(4, 2), 'b': 'x'}", 'struct(a decimal(4, 2), b varchar)', '{a: 1.25, b: x}'],
    ["'\\xAB'::blob", 'blob', 'ab'],
    ["'text'", 'varchar', 'text'],
    ['null::integer', 'int32', null],
  ])('%s', (value, type, text) => {
    const table = resultOf(`select ${value} as value`);
    expect(table.columns.map((column) => column.type)).toEqual([type]);
    expect(table.cell(0, 0)).toBe(text);
  });
});

describe('a long result', () => {
  it('is held up to a bound, each row in its place', () => {
    const table = resultOf(`select range as n from range(${MOST_ROWS_HELD + 5000})`);
    expect(table.rows).toBe(MOST_ROWS_HELD);
    for (const row of [0, 2047, 2048, 123_456, MOST_ROWS_HELD - 1])
      expect(table.cell(row, 0)).toBe(String(row));
  });

  it('keeps its columns when it is empty', () => {
    const table = resultOf('select 1 as a, 2.5 as b where false');
    expect(table.rows).toBe(0);
    expect(table.columns.map(({ name }) => name)).toEqual(['a', 'b']);
  });
});

describe('enumerations', () => {
  it('are noticed, since a stream leaves their entries out', () => {
    const header = (sql: string) => dictionaryColumns(engine.stream(sql)[0]!);
    expect(header("select 'a'::enum('a', 'b') as e, 1 as n")).toEqual([{ name: 'e', isWhole: true }]);
    expect(header("select ['a'::enum('a', 'b')] as e")).toEqual([{ name: 'e', isWhole: false }]);
    expect(header('select 1 as n')).toEqual([]);
  });
});
