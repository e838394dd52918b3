import { describe, expect, test } from 'vitest';
import {
  firstChoice,
  firstForm,
  firstGrouping,
  groupings,
  NO_GROUPS,
  quickPoints,
  ROW_ORDER,
  undrawnText,
} from './quick-points';
import type { QuickTable } from './quick-points';

const table = (columns: [name: string, type: string][], rows: (string | null)[][]): QuickTable => ({
  columns: columns.map(([name, type]) => ({
    name,
    type,
    isNumeric: /^(int|uint|double|float|decimal)/.test(type),
  })),
  cell: (row, column) => rows[row]![column] ?? null,
});

const byDay = table(
  [
    ['n', 'int64'],
    ['day', 'date'],
    ['energy', 'double'],
  ],
  [
    ['1', '2022-03-27', '2.5'],
    ['2', '2022-03-26', '-1'],
    ['3', '2022-03-28', null],
  ],
);

test('time lies along the chart, and what is measured goes up', () => {
  expect(firstChoice(byDay)).toEqual({ x: 1, y: 2 });
  const drawn = quickPoints(byDay, 3, 1, 2);
  expect(drawn.points).toEqual([
    { x: Date.UTC(2022, 2, 27), y: 2.5, xText: '2022-03-27', yText: '2.5' },
    { x: Date.UTC(2022, 2, 26), y: -1, xText: '2022-03-26', yText: '-1' },
  ]);
  expect(undrawnText(drawn, 3)).toBe('1 row without a number is left out.');
  expect(firstForm(drawn)).toBe('bars');
});

describe('where there is no time', () => {
  test('names do, one bar a row, and no more than can be read', () => {
    const names = table(
      [
        ['meter', 'varchar'],
        ['energy', 'decimal(18, 3)'],
      ],
      Array.from({ length: 70 }, (_, index) => [index === 3 ? null : `m${index % 4}`, `${index}.125`]),
    );
    expect(firstChoice(names)).toEqual({ x: 0, y: 1 });
    const drawn = quickPoints(names, 70, 0, 1);
    expect(drawn).toMatchObject({ axis: 'name', drawnFrom: 60, leftOut: 0, sharing: 0 });
    expect(drawn.points[3]).toEqual({ x: 3, y: 3.125, xText: 'NULL', yText: '3.125' });
    expect(undrawnText(drawn, 70)).toContain('The first 60 of 70 rows are drawn');
  });

  test('numbers do, and a lone number lies over its rows', () => {
    const pairs = table(
      [
        ['n', 'int64'],
        ['twice', 'int64'],
      ],
      [
        ['1', '2'],
        ['2', '4'],
      ],
    );
    expect(firstChoice(pairs)).toEqual({ x: 0, y: 1 });
    const lone = table([['n', 'double']], [['5'], ['NaN']]);
    expect(firstChoice(lone)).toEqual({ x: ROW_ORDER, y: 0 });
    expect(quickPoints(lone, 2, ROW_ORDER, 0)).toMatchObject({ leftOut: 1, points: [{ x: 1, y: 5 }] });
    expect(firstChoice(table([['name', 'varchar']], [['a']]))).toBeNull();
  });
});

test('rows that share a moment are points, never a line that goes back and forth', () => {
  const meters = table(
    [
      ['at', 'timestamp, UTC'],
      ['energy', 'double'],
    ],
    [
      ['2022-01-01 00:00:00Z', '1'],
      ['2022-01-01 00:00:00Z', '2'],
      ['2022-01-01 01:30:00.5Z', '3'],
    ],
  );
  const drawn = quickPoints(meters, 3, 0, 1);
  expect(drawn.points[2]!.x).toBe(Date.UTC(2022, 0, 1, 1, 30, 0, 500));
  expect(drawn.sharing).toBe(1);
  expect(firstForm(drawn)).toBe('points');
  expect(undrawnText(drawn, 3)).toContain('1 row shares a place with another');
});

describe('rows of several meters', () => {
  const meters = (count: number) =>
    table(
      [
        ['day', 'date'],
        ['unit', 'varchar'],
        ['meter', 'varchar'],
        ['energy', 'double'],
      ],
      Array.from({ length: 2 * count }, (_, index) => [
        `2022-03-${26 + (index % 2)}`,
        'kWh',
        `m${index >> 1}`,
        `${index}`,
      ]),
    );

  test('have a line each, told apart by the first column that does so', () => {
    const two = meters(2);
    expect(groupings(two, 0)).toEqual([1, 2]);
    expect(firstGrouping(two, 4, 0, 3)).toBe(2);
    const drawn = quickPoints(two, 4, 0, 3, 2);
    expect(drawn).toMatchObject({ groups: ['m0', 'm1'], groupsLeftOut: 0, sharing: 0 });
    expect(drawn.points.map(({ group, y }) => [group, y])).toEqual([
      ['m0', 0],
      ['m0', 1],
      ['m1', 2],
      ['m1', 3],
    ]);
    expect(firstForm(drawn)).toBe('line');
    expect(undrawnText(drawn, 4)).toBe('');
  });

  test('have one colour where no column tells them apart, and where names lie along the chart', () => {
    expect(firstGrouping(byDay, 3, 1, 2)).toBe(NO_GROUPS);
    expect(groupings(meters(2), 2)).toEqual([]);
    expect(quickPoints(meters(2), 4, 0, 3, 1)).toMatchObject({ groups: ['kWh'], sharing: 2 });
  });

  test('are named as left out where there are more of them than colours', () => {
    const drawn = quickPoints(meters(9), 18, 0, 3, 2);
    expect(drawn.groups).toHaveLength(6);
    expect(drawn.points).toHaveLength(12);
    expect(undrawnText(drawn, 18)).toBe(
      'The first 6 of 9 are drawn, one for each colour: filter for others.',
    );
  });
});
