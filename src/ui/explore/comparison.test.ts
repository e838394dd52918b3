import { describe, expect, test } from 'vitest';
import type { SeriesRow } from '../../queries/rows/series';
import { seriesKey } from '../meter-filter';
import { resolveComparison } from './comparison';
import type { Comparison, Resolved } from './comparison';

const date = (text: string) => Date.parse(text);
const meter = (change: Partial<SeriesRow> = {}): SeriesRow => ({
  series_id: 1,
  series_key: 'client house',
  client_id: 'client',
  ext_dev_ref: 'house',
  fuel: 'electricity',
  channel: 'import',
  unit: 'kWh',
  stated_unit: 'kWh',
  is_register: false,
  first_date: date('2023-01-01'),
  last_date: date('2024-12-31'),
  min_resolution_minutes: 60,
  max_resolution_minutes: 60,
  days: 731,
  ...change,
});
const own = meter();
const july = { from: date('2024-07-01'), to: date('2024-08-01') };

function compare(comparison: Comparison, window: typeof july | null, others: SeriesRow[] = []): Resolved {
  return resolveComparison(comparison, own, [own, ...others], window);
}
const withOther = (other: SeriesRow, window: typeof july | null = null) =>
  compare({ kind: 'series', key: seriesKey(other) }, window, [other]);

describe('another period of the same meter', () => {
  test('a year earlier starts on the same date, leap years included', () => {
    expect(compare({ kind: 'year' }, july)).toMatchObject({
      compared: { label: '1 Jul 2023 – 31 Jul 2023', ownLabel: '1 Jul 2024 – 31 Jul 2024', common: july },
    });
  });

  test('52 weeks earlier has the same weekdays', () => {
    expect(compare({ kind: 'weekdays' }, july)).toMatchObject({
      compared: { shift: 364 * 86_400_000, label: '3 Jul 2023 – 2 Aug 2023' },
    });
  });

  test('52 weeks back from the whole period lie in one year', () => {
    expect(compare({ kind: 'weekdays' }, null)).toMatchObject({
      compared: { ownLabel: '3 Jan 2024 – 31 Dec 2024', label: '4 Jan 2023 – 2 Jan 2024' },
    });
  });

  test('a leap year is compared with the whole year before', () => {
    expect(compare({ kind: 'year' }, null)).toMatchObject({
      compared: { ownLabel: '1 Jan 2024 – 31 Dec 2024', label: '1 Jan 2023 – 31 Dec 2023' },
    });
  });

  test('the period before is as long as the selected one', () => {
    expect(compare({ kind: 'previous' }, july)).toMatchObject({
      compared: { shift: 31 * 86_400_000, label: '31 May 2024 – 30 Jun 2024' },
    });
    expect(compare({ kind: 'previous' }, null)).toHaveProperty('refused');
  });

  test('only what both periods have is compared', () => {
    const resolved = compare({ kind: 'chosen', from: date('2024-06-20') }, july);
    expect(resolved).toMatchObject({ compared: { label: '20 Jun 2024 – 20 Jul 2024' } });
    const late = compare({ kind: 'chosen', from: date('2024-12-15') }, july);
    expect(late).toMatchObject({ compared: { label: '15 Dec 2024 – 31 Dec 2024' } });
    expect(compare({ kind: 'chosen', from: july.from }, july)).toHaveProperty('refused');
    expect(compare({ kind: 'chosen', from: date('2030-01-01') }, july)).toHaveProperty('refused');
  });
});

describe('another meter or channel', () => {
  test('another channel keeps its own colour, the same channel gets the neutral one', () => {
    expect(withOther(meter({ channel: 'export' }))).toMatchObject({
      compared: { colour: 'var(--export)', shift: 0, label: 'house, export' },
    });
    expect(withOther(meter({ ext_dev_ref: 'flat' }))).toMatchObject({
      compared: { colour: 'var(--compare)' },
    });
  });

  test('is cut to the days that both have', () => {
    const short = meter({
      ext_dev_ref: 'flat',
      first_date: date('2024-07-10'),
      last_date: date('2024-07-19'),
    });
    expect(withOther(short, july)).toMatchObject({
      compared: { common: { from: date('2024-07-10'), to: date('2024-07-20') } },
    });
    const gone = meter({ ext_dev_ref: 'old', first_date: date('2020-01-01'), last_date: date('2020-12-31') });
    expect(withOther(gone)).toMatchObject({ refused: 'old, import has no data in this period.' });
  });

  test('different units are refused with a sentence, also when nobody stated one', () => {
    expect(withOther(meter({ fuel: 'gas', unit: 'm³' }))).toMatchObject({
      refused: expect.stringContaining('in m³. Different units share no axis') as string,
    });
    expect(withOther(meter({ ext_dev_ref: 'b', unit: 'unknown' }))).toMatchObject({
      refused: expect.stringContaining('a unit that nobody stated') as string,
    });
  });
});
