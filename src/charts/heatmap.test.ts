import { describe, expect, test } from 'vitest';
import type { HeatmapRow } from '../queries/rows/series';
import { heatCellText, heatPanels, heatScale, heatTable, SHADES, shadeOf } from './heatmap';
import { DAY } from './time-text';

const spring = Date.UTC(2022, 2, 27);
const autumn = Date.UTC(2022, 9, 30);

/** A year of hours as they are in Vilnius, with a value that differs by hour. */
function year(value: (date: number, hour: number) => number | null = (_, hour) => hour): HeatmapRow[] {
  const rows: HeatmapRow[] = [];
  for (let date = Date.UTC(2022, 0, 1); date < Date.UTC(2023, 0, 1); date += DAY) {
    for (let hour = 0; hour < 24; hour++) {
      if (date === spring && hour === 3) continue;
      const passes = date === autumn && hour === 3 ? [0, 1] : [0];
      for (const pass of passes) {
        rows.push({
          local_date: date,
          local_hour: hour,
          pass,
          energy_per_hour: value(date, hour),
          minutes: 60,
        });
      }
    }
  }
  return rows;
}

const cellsOf = (path: string) => path.split('z').length - 1;

describe('the picture of a year', () => {
  const rows = year();
  const [panel] = heatPanels(rows, heatScale(rows));

  test('has 8,760 cells, no more and no less', () => {
    expect(rows).toHaveLength(8760);
    expect(panel!.shades.reduce((sum, path) => sum + cellsOf(path), 0)).toBe(8760);
    expect(panel!.days).toBe(365);
    expect(panel!.ticks.map((tick) => tick.label)).toHaveLength(12);
    expect(panel!.ticks[2]).toEqual({ x: 59, label: 'Mar' });
  });

  test('knows the days of 23 and 25 hours and where they differ', () => {
    expect(panel!.oddDays).toEqual([
      { x: 85, hour: 3, hours: 23, kind: 'gap', label: '27 Mar: 23 h' },
      { x: 302, hour: 3, hours: 25, kind: 'overlap', label: '30 Oct: 25 h' },
    ]);
    expect(panel!.nonexistent).toEqual([{ x: 85, y: 3, height: 1 }]);
  });

  test('splits the cell of a repeated hour in two halves', () => {
    expect(panel!.shades.join('')).toContain('M302 3h1v0.5h-1z');
    expect(panel!.shades.join('')).toContain('M302 3.5h1v0.5h-1z');
  });

  test('says what each cell is', () => {
    expect(heatCellText(panel!, { day: 85, hour: 3, half: 0 }, 'kWh').lines).toEqual([
      'This hour does not exist: the clocks went forward',
    ]);
    expect(heatCellText(panel!, { day: 302, hour: 3, half: 1 }, 'kWh').lines).toEqual([
      '3 kW',
      'This hour happened twice: second time',
    ]);
    expect(heatCellText(panel!, { day: 302, hour: 3, half: 0 }, 'kWh').lines[1]).toContain('first time');
    expect(heatCellText(panel!, { day: 0, hour: 5, half: 1 }, 'unknown')).toEqual({
      title: 'Sat 1 Jan 2022 05:00–06:00',
      lines: ['5 per hour'],
    });
  });
});

test('missing hours are apart from low ones', () => {
  const rows = year((date, hour) => (date === Date.UTC(2022, 4, 1) ? null : hour));
  const [panel] = heatPanels(rows, heatScale(rows));
  expect(panel!.missing).toHaveLength(24);
  expect(heatCellText(panel!, { day: 120, hour: 0, half: 0 }, 'kWh').lines).toEqual(['missing']);
});

test('a half-hour shift shortens an hour instead of removing it', () => {
  const rows = year().map((row) =>
    row.local_date === autumn - 28 * DAY && row.local_hour === 2 ? { ...row, minutes: 30 } : row,
  );
  const [panel] = heatPanels(rows, heatScale(rows));
  expect(panel!.oddDays.find((day) => day.label === '2 Oct: 23.5 h')).toMatchObject({ hour: 2, kind: 'gap' });
  expect(panel!.nonexistent).toHaveLength(1);
});

test('a short period fills the picture, several years stand under each other in full', () => {
  const short = year().filter(
    (row) => row.local_date < Date.UTC(2022, 2, 10) && row.local_date > Date.UTC(2022, 1, 3),
  );
  expect(heatPanels(short, heatScale(short))[0]).toMatchObject({ firstDate: Date.UTC(2022, 1, 4), days: 34 });
  const next = year().map((row) => ({ ...row, local_date: row.local_date + 365 * DAY }));
  const both = heatPanels([...year(), ...next.slice(0, 240)], heatScale(next));
  expect(both.map((panel) => [panel.year, panel.days])).toEqual([
    [2022, 365],
    [2023, 365],
  ]);
});

describe('the colour scale', () => {
  test('one value everywhere has one colour', () => {
    const scale = heatScale(year(() => 100));
    expect(scale).toMatchObject({ low: 100, high: 100, constant: true, clipped: false });
    expect(shadeOf(100, scale)).toBe(SHADES / 2);
  });

  test('a few extreme hours do not wash out the rest', () => {
    const scale = heatScale(year((date, hour) => (date === spring ? 1000 : hour)));
    expect(scale).toMatchObject({ clipped: true, high: 23 });
    expect(shadeOf(1000, scale)).toBe(SHADES - 1);
    expect(shadeOf(0, scale)).toBe(0);
  });
});

test('the table has one line a month', () => {
  const table = heatTable(year(), 'kWh');
  expect(table.rows).toHaveLength(12);
  expect(table.rows[0]).toEqual(['January 2022', '11.5 kWh', '23 on 1 Jan 2022 23:00', '0']);
});
