import { expect, it } from 'vitest';
import { chosenParts } from './chosen-parts';

const on = (date: string) => Date.parse(`${date}T00:00:00Z`);
const dates = { first: on('2022-11-03'), last: on('2023-02-10') };

it('a chosen export is one file, or one for each month of the data', () => {
  expect(chosenParts({ byMonth: false, period: null }, dates)).toEqual([{ month: null, period: null }]);
  const parts = chosenParts({ byMonth: true, period: null }, dates);
  expect(parts.map(({ month }) => month)).toEqual(['2022-11', '2022-12', '2023-01', '2023-02']);
  expect(parts[0]!.period!.from_date_ms).toBe(on('2022-11-02'));
  for (const [index, { period }] of parts.slice(1).entries()) {
    expect(period!.from_date_ms).toBe(parts[index]!.period!.to_date_ms);
  }
});

it('a chosen period cuts the first and the last month', () => {
  const period = { from_date_ms: on('2022-12-24'), to_date_ms: on('2023-01-02') };
  expect(chosenParts({ byMonth: true, period }, dates)).toEqual([
    { month: '2022-12', period: { from_date_ms: on('2022-12-24'), to_date_ms: on('2023-01-01') } },
    { month: '2023-01', period: { from_date_ms: on('2023-01-01'), to_date_ms: on('2023-01-02') } },
  ]);
});
