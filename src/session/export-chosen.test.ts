import { expect, it } from 'vitest';
import { isSameEnergy } from './export-chosen';

const total = (energy: string) => [{ fuel: 'electricity', channel: 'import', unit: 'kWh', energy }];

it('readings as measured must add up to the last digit, their sums to the twelfth', () => {
  expect(isSameEnergy(total('1000.000000001'), total('1000.000000001'), 'native')).toBe(true);
  expect(isSameEnergy(total('1000.000000001'), total('1000.000000002'), 'native')).toBe(false);
  expect(isSameEnergy(total('12345678.000000001'), total('12345678.000000002'), 'day')).toBe(true);
  expect(isSameEnergy(total('1000.00001'), total('1000.00002'), 'day')).toBe(false);
  expect(isSameEnergy(total('1000'), [], 'month')).toBe(false);
});
