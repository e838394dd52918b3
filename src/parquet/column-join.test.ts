import {
  Bool,
  Int32,
  makeVector,
  Utf8,
  vectorFromArray,
  type Data,
  type DataType,
  type Vector,
} from 'apache-arrow';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinColumn } from './column-join';

/** Values cut into pieces of their own buffers, and joined again. */
function joined<T>(type: DataType, pieces: readonly (readonly T[])[]): unknown[] {
  const parts = pieces.map((piece) => (vectorFromArray([...piece], type) as Vector).data[0] as Data);
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return [...makeVector(joinColumn(type, parts, length))] as unknown[];
}

const pieces = <T>(value: fc.Arbitrary<T>) =>
  fc.array(fc.array(fc.option(value), { minLength: 1, maxLength: 19 }), { minLength: 1, maxLength: 6 });

test('whole numbers, flags and texts come out as they went in, wherever they are cut', () => {
  fc.assert(
    fc.property(pieces(fc.integer({ min: -1e9, max: 1e9 })), (cut) => {
      expect(joined(new Int32(), cut)).toEqual(cut.flat());
    }),
  );
  fc.assert(
    fc.property(pieces(fc.boolean()), (cut) => {
      expect(joined(new Bool(), cut)).toEqual(cut.flat());
    }),
  );
  fc.assert(
    fc.property(pieces(fc.string({ unit: 'grapheme', maxLength: 5 })), (cut) => {
      expect(joined(new Utf8(), cut)).toEqual(cut.flat());
    }),
  );
});
