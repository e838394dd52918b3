import { Utf8, vectorFromArray } from 'apache-arrow';
import type { Data } from 'apache-arrow';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeTexts } from './text-codes';

type Text = string | null;

const columnOf = (texts: readonly Text[]): Data => vectorFromArray([...texts], new Utf8()).data[0]!;

/** Texts that differ little: lengths, ends and nulls must tell them apart. */
const text = fc.oneof(
  fc.constantFrom<Text>('', 'a', 'aa', 'ab', 'b', 'ąžuolas', '\u0000', '\uFEFFa', null),
  fc.string({ maxLength: 3 }).filter((one) => one.isWellFormed()),
);

test('a code stands for the texts of its rows, once for each combination, numbered as they first occur', () => {
  const rows = fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(rows, (few) => {
      // Each four times, so that codes are worth it.
      const all = [...few, ...few, ...few.toReversed(), ...few];
      const coded = codeTexts(
        [0, 1, 2].map((at) => columnOf(all.map((row) => row[at]!))),
        all.length,
      )!;
      expect(Array.from(coded.codes, (code) => coded.texts[code])).toEqual(all);
      const inOrder = [...new Map(all.map((row) => [JSON.stringify(row), row])).values()];
      expect(coded.texts).toEqual(inOrder);
      expect(coded.firstRows.map((row) => all[row])).toEqual(inOrder);
    }),
    { numRuns: 200 },
  );
});

test('texts that collide in the table of seen ones stay apart', () => {
  const names = Array.from({ length: 5_000 }, (_, at) => `meter-${at}`);
  const all = [...names, ...names, ...names, ...names];
  const coded = codeTexts([columnOf(all)], all.length)!;
  expect(coded.texts.flat()).toEqual(names);
  expect(coded.codes[12_345]).toBe(2_345);
});

test('says nothing where it would help nobody', () => {
  const all = Array.from({ length: 100 }, (_, at) => `row ${at}`);
  expect(codeTexts([columnOf(all)], 100)).toBeNull();
  const halves = Array.from({ length: 100 }, (_, at) => String(at % 10));
  const tens = Array.from({ length: 100 }, (_, at) => String(Math.floor(at / 10)));
  expect(codeTexts([columnOf(halves), columnOf(tens)], 100)).toBeNull();
  expect(codeTexts([columnOf(Array.from({ length: 100 }, () => 'x'.repeat(2_001)))], 100)).toBeNull();
  expect(codeTexts([vectorFromArray([1, 2, 3, 4]).data[0]!], 4)).toBeNull();
});

test('without texts every row has the one code', () => {
  expect(codeTexts([], 3)).toEqual({ codes: new Int32Array(3), firstRows: [0], texts: [[]] });
});
