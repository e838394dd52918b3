import { expect, test } from 'vitest';
import { describeType, type SchemaNode } from './arrow-types';

function node(
  format: string,
  children: SchemaNode[] = [],
  dictionary: SchemaNode | null = null,
  name = '',
): SchemaNode {
  return { name, format, children, dictionary };
}

test.each([
  ['u', 'utf8'],
  ['U', 'large_utf8'],
  ['vu', 'utf8_view'],
  ['tdD', 'date32'],
  ['e', 'float16'],
  ['g', 'float64'],
  ['tsu:UTC', 'timestamp[us, UTC]'],
  ['tsn:Europe/Vilnius', 'timestamp[ns, Europe/Vilnius]'],
  ['tsm:', 'timestamp[ms]'],
  ['ttu', 'time64[us]'],
  ['d:18,3', 'decimal128(18, 3)'],
  ['d:60,3,256', 'decimal256(60, 3)'],
  ['w:16', 'fixed_size_binary[16]'],
  ['zzz', 'unknown(zzz)'],
])('%s is %s', (format, type) => {
  expect(describeType(node(format))).toBe(type);
});

test('lists of every kind name their items', () => {
  const item = [node('l')];
  expect(describeType(node('+l', item))).toBe('list<int64>');
  expect(describeType(node('+L', item))).toBe('large_list<int64>');
  expect(describeType(node('+vl', item))).toBe('list_view<int64>');
  expect(describeType(node('+w:24', item))).toBe('fixed_size_list<int64>[24]');
  expect(describeType(node('+l', [node('+l', [node('d:9,2')])]))).toBe('list<list<decimal128(9, 2)>>');
});

test('a dictionary names its index and its values', () => {
  expect(describeType(node('i', [], node('u')))).toBe('dictionary<int32, utf8>');
});

test('structs and maps name their fields', () => {
  expect(describeType(node('+s', [node('l', [], null, 'x'), node('u', [], null, 'y')]))).toBe(
    'struct<x: int64, y: utf8>',
  );
  expect(describeType(node('+m', [node('+s', [node('u'), node('i')])]))).toBe('map<utf8, int32>');
});
