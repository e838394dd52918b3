import { describe, expect, it } from 'vitest';
import { conversionOf } from './units';
import type { UnitChoice } from './units';

const AS_STATED: UnitChoice = { outputUnit: 'as-stated', power: 'average', calorificKwhPerM3: null };

describe('a stated unit', () => {
  it.each([
    ['kWh', {}, null],
    ['unknown', { outputUnit: 'kWh' }, null],
    ['kVArh', { outputUnit: 'kWh' }, null],
    ['m³', { outputUnit: 'kWh' }, null],
    ['kWh', { outputUnit: 'kWh' }, null],
    ['kW', { power: 'as-stated', outputUnit: 'kWh' }, null],
    ['kwh', { outputUnit: 'kWh' }, ['kWh', 1, 1, false]],
    ['Wh', { outputUnit: 'kWh' }, ['kWh', 1, 1000, false]],
    ['Wh', { outputUnit: 'MWh' }, ['MWh', 1, 1e6, false]],
    ['GWh', { outputUnit: 'Wh' }, ['Wh', 1e9, 1, false]],
    ['kW', {}, ['kWh', 1, 1, true]],
    ['W', {}, ['Wh', 1, 1, true]],
    ['MW', { outputUnit: 'kWh' }, ['kWh', 1000, 1, true]],
    ['W', { outputUnit: 'MWh' }, ['MWh', 1, 1e6, true]],
    ['m3', { calorificKwhPerM3: 10.55 }, ['kWh', 10.55, 1, false]],
    ['m³', { calorificKwhPerM3: 10.5, outputUnit: 'MWh' }, ['MWh', 10.5, 1000, false]],
    ['m³', { calorificKwhPerM3: 11, outputUnit: 'Wh' }, ['Wh', 11_000, 1, false]],
  ] as const)('%s with %o becomes %o', (unit, change, expected) => {
    const found = conversionOf(unit, { ...AS_STATED, ...change });
    expect(found && [found.unit, found.numerator, found.denominator, found.perHour]).toEqual(expected);
  });
});
