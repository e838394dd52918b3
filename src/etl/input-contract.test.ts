import { describe, expect, it } from 'vitest';
import type { AppError } from '../domain/app-error';
import { matchColumns } from './input-contract';
import type { InputColumn } from './input-contract';

const GOOD: InputColumn[] = [
  { name: 'client_id', type: 'utf8' },
  { name: 'date', type: 'date32' },
  { name: 'ext_dev_ref', type: 'utf8' },
  { name: 'energy_consumption', type: 'list<int64>' },
  { name: 'resolution', type: 'utf8' },
];

function withType(name: string, type: string): InputColumn[] {
  return GOOD.map((column) => (column.name === name ? { name, type } : column));
}

function refusal(columns: InputColumn[]): AppError {
  try {
    matchColumns('meters.parquet', columns);
  } catch (thrown) {
    return thrown as AppError;
  }
  throw new Error('the columns were taken');
}

describe('the columns of a file', () => {
  it('are matched by name, in whatever order, others left out', () => {
    const columns = [{ name: 'remark', type: 'utf8' }, ...GOOD.toReversed(), { name: 'unit', type: 'utf8' }];
    expect(matchColumns('x', columns)).toEqual([
      { name: 'resolution', position: 1 },
      { name: 'energy_consumption', position: 2 },
      { name: 'ext_dev_ref', position: 3 },
      { name: 'date', position: 4 },
      { name: 'client_id', position: 5 },
      { name: 'unit', position: 6 },
    ]);
  });

  it.each([
    'list<int64>',
    'list<int8>',
    'list<uint32>',
    'list<float32>',
    'list<float64>',
    'list<decimal128(38, 6)>',
    'large_list<int32>',
    'fixed_size_list<int64>[24]',
  ])('may hold energy as %s', (type) => {
    expect(matchColumns('x', withType('energy_consumption', type))).toHaveLength(5);
  });

  it.each(['utf8', 'large_utf8', 'utf8_view', 'dictionary<int32, utf8>', 'dictionary<uint8, large_utf8>'])(
    'may hold text as %s',
    (type) => {
      expect(matchColumns('x', withType('client_id', type))).toHaveLength(5);
    },
  );

  it.each([
    'float64',
    'utf8',
    'list<utf8>',
    'list<bool>',
    'list<list<int64>>',
    'list<date32>',
    'struct<a: int64>',
  ])('may not hold energy as %s', (type) => {
    const { code, detail } = refusal(withType('energy_consumption', type));
    expect(code).toBe('COLUMN_TYPE');
    expect(detail.columns).toEqual([
      { column: 'energy_consumption', expected: 'list of numbers', found: type },
    ]);
    expect(detail.found).toContain(`energy_consumption: ${type}`);
  });

  it.each(['utf8', 'int64', 'timestamp[us]'])('may not hold dates as %s', (type) => {
    expect(refusal(withType('date', type))).toMatchObject({
      code: 'COLUMN_TYPE',
      detail: { file: 'meters.parquet', columns: [{ column: 'date', expected: 'date', found: type }] },
    });
  });

  it('that are missing are all named at once, beside what was found', () => {
    const { code, detail } = refusal(GOOD.slice(1, 4));
    expect(code).toBe('COLUMN_MISSING');
    expect(detail.columns?.map((column) => column.column)).toEqual(['client_id', 'resolution']);
    expect(detail.found).toHaveLength(3);
  });

  it('that claim one name twice are refused', () => {
    expect(refusal([...GOOD, GOOD[1]!])).toMatchObject({
      code: 'COLUMN_AMBIGUOUS',
      detail: { column: 'date' },
    });
  });

  it('must have the contract’s spelling', () => {
    expect(refusal(GOOD.map((column) => ({ ...column, name: column.name.toUpperCase() }))).code).toBe(
      'COLUMN_MISSING',
    );
  });
});
