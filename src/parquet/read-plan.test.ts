import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evenBatchRows, firstPieceSize, pieceSizeFor, ReadPlan, type Piece } from './read-plan';

const size = fc.record({
  batchRows: fc.integer({ min: 1, max: 60 }),
  pieceRows: fc.integer({ min: 1, max: 200 }),
});

test('every row of every row group is read once, in order, however the size changes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 30 }),
      fc.array(size, { minLength: 1 }),
      (groupRows, sizes) => {
        const wanted = groupRows.flatMap((rows, group) =>
          Array.from({ length: rows }, (_, row) => `${group}:${row}`),
        );
        expect(rowsOf(groupRows, piecesOf(groupRows, sizes))).toEqual(wanted);
      },
    ),
    { numRuns: 100 },
  );
});

test('no piece is larger than asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 20 }), size, (groupRows, asked) => {
      for (const piece of piecesOf(groupRows, [asked])) {
        expect(piece.rows).toBeGreaterThan(0);
        expect(piece.rows).toBeLessThanOrEqual(piece.coalesced ? asked.batchRows : asked.pieceRows);
      }
    }),
  );
});

test('tiny row groups are read together', () => {
  const pieces = piecesOf(
    Array.from({ length: 2000 }, () => 1),
    [{ batchRows: 1000, pieceRows: 5000 }],
  );
  expect(pieces.map((piece) => piece.rowGroups.length)).toEqual([1000, 1000]);
});

test('the size follows the weight of a row', () => {
  expect(pieceSizeFor(240, 1e6)).toEqual({ batchRows: 122_880, pieceRows: 559_240 });
  expect(pieceSizeFor(1, 1e6).batchRows).toBe(122_880);
  expect(pieceSizeFor(1e9, 1e6)).toEqual({ batchRows: 1, pieceRows: 1 });
});

function piecesOf(groupRows: number[], sizes: { batchRows: number; pieceRows: number }[]): Piece[] {
  const plan = new ReadPlan(groupRows);
  const pieces: Piece[] = [];
  for (;;) {
    const piece = plan.next(sizes[pieces.length % sizes.length]!);
    if (!piece) return pieces;
    pieces.push(piece);
  }
}

function rowsOf(groupRows: number[], pieces: Piece[]): string[] {
  return pieces.flatMap((piece) =>
    piece.rowGroups
      .flatMap((group) => Array.from({ length: groupRows[group]! }, (_, row) => `${group}:${row}`))
      .slice(piece.offset, piece.offset + piece.rows),
  );
}

test('after the weighing comes a piece of middling size, which is light as well', () => {
  expect(pieceSizeFor(240, 400)).toEqual({ batchRows: 51_200, pieceRows: 51_200 });
  expect(pieceSizeFor(800, 400)).toEqual({ batchRows: 20_971, pieceRows: 20_971 });
  expect(pieceSizeFor(1e9, 400)).toEqual({ batchRows: 1, pieceRows: 1 });
  expect(pieceSizeFor(800, 20_971)).toEqual({ batchRows: 41_943, pieceRows: 167_772 });
});

test('no batch of a piece is a small rest', () => {
  expect(evenBatchRows(122_880, 40_429)).toBe(30_720);
  expect(evenBatchRows(122_880, 40_960)).toBe(40_960);
  expect(evenBatchRows(100, 1000)).toBe(100);
  expect(evenBatchRows(1, 1)).toBe(1);
});

test('the first piece is small, and smaller where a text may be of megabytes', () => {
  expect(firstPieceSize(0).pieceRows).toBe(400);
  expect(firstPieceSize(20_000).pieceRows).toBe(400);
  expect(firstPieceSize(4_000_000).pieceRows).toBe(8);
  expect(firstPieceSize(4e9).pieceRows).toBe(4);
});
