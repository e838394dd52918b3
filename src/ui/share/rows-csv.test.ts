import { describe, expect, test } from 'vitest';
import { csvOfRows } from './rows-csv';

describe('the rows of a chart as CSV', () => {
  test('dates and times are written for what they are, numbers unrounded', () => {
    const rows = [
      {
        local_date: Date.UTC(2022, 2, 27),
        timestamp_utc: Date.UTC(2022, 2, 27, 1),
        timestamp_local: Date.UTC(2022, 2, 27, 4),
        energy: 0.1 + 0.2,
        quality: 'measured',
        raw_values: [1, null, 2],
      },
      { local_date: Date.UTC(2022, 2, 28), timestamp_utc: 0, timestamp_local: 0, energy: null },
    ];
    expect(csvOfRows(rows).split('\r\n')).toEqual([
      'local_date,timestamp_utc,timestamp_local,energy,quality,raw_values',
      '2022-03-27,2022-03-27T01:00:00.000Z,2022-03-27T04:00:00,0.30000000000000004,measured,1 null 2',
      '2022-03-28,1970-01-01T00:00:00.000Z,1970-01-01T00:00:00,,,',
      '',
    ]);
  });

  test('commas, quotes and what a spreadsheet would run are kept apart', () => {
    expect(csvOfRows([{ name: 'a,"b"', formula: '=1+1', negative: -5, word: '-cmd' }])).toBe(
      `name,formula,negative,word\r\n"a,""b""",'=1+1,-5,'-cmd\r\n`,
    );
  });

  test('without rows only a line end remains', () => {
    expect(csvOfRows([])).toBe('\r\n');
  });
});
