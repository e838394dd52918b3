import { describe, expect, it } from 'vitest';
import type { CoverageDayRow } from '../queries/rows/quality';
import { coverageCounts, coverageLines, coverageTable, coverageYears } from './coverage-calendar';

const on = (date: string, over: Partial<CoverageDayRow> = {}): CoverageDayRow => ({
  local_date: Date.parse(date),
  intervals: 24,
  intervals_known: 24,
  intervals_split: 0,
  intervals_suspect: 0,
  intervals_estimated: 0,
  rows_set_aside: 0,
  has_row: true,
  days: 1,
  ...over,
});

const kinds = (rows: CoverageDayRow[]) =>
  coverageYears(rows).flatMap((year) => year.cells.map((cell) => cell.kind));

describe('the coverage calendar', () => {
  it('names what became of a date, the gravest first', () => {
    expect(
      kinds([
        on('2022-01-01'),
        on('2022-01-02', { intervals_known: 23 }),
        on('2022-01-03', { intervals_known: 0, has_row: false }),
        on('2022-01-04', { intervals_known: 0, has_row: false, rows_set_aside: 1 }),
        on('2022-01-05', { intervals_known: 23, intervals_suspect: 1 }),
        on('2022-01-06', { intervals_estimated: 2 }),
      ]),
    ).toEqual(['complete', 'partly', 'missing', 'aside', 'suspect', 'estimated']);
  });

  it('has a block per year, and a month on each of its dates', () => {
    const years = coverageYears([
      on('2021-12-01', { days: 31, intervals: 1, intervals_known: 1 }),
      on('2022-01-01'),
    ]);
    expect(years.map(({ year, cells }) => [year, cells.length])).toEqual([
      [2021, 31],
      [2022, 1],
    ]);
    expect(coverageCounts(years)).toEqual([{ kind: 'complete', days: 32 }]);
    expect(coverageTable(years)).toMatchObject({ caption: 'Every day is complete', rows: [] });
  });

  it('lists the odd dates in words, those with a row set aside beside a good one included', () => {
    const years = coverageYears([
      on('2022-01-01'),
      on('2022-10-30', { intervals: 25, intervals_known: 24, intervals_split: 2 }),
      on('2022-11-01', { rows_set_aside: 1 }),
    ]);
    expect(coverageTable(years).rows).toEqual([
      ['Sun 30 Oct 2022', 'partly known, 24 of 25 intervals have a value, 2 shared out from a doubled slot'],
      ['Tue 1 Nov 2022', 'complete, 24 of 24 intervals have a value, 1 row set aside'],
    ]);
    expect(coverageLines(years[0]!.cells[0]!)).toEqual(['complete', '24 of 24 intervals have a value']);
  });
});
