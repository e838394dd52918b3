import { describe, expect, test } from 'vitest';
import {
  bytesText,
  countOf,
  decimalText,
  energyText,
  isZeroDecimal,
  numberText,
  percentText,
  powerText,
  powerUnitText,
  shortText,
  tileText,
  unitText,
} from '../domain/number-text';

describe('numbers', () => {
  test.each([
    [876000, '876,000'],
    [8760, '8,760'],
    [1234.56, '1,235'],
    [123.456, '123.5'],
    [12.3456, '12.35'],
    [0.12345, '0.123'],
    [0, '0'],
    [-1500, '-1,500'],
    [null, '–'],
    [Number.NaN, '–'],
  ])('%s reads %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  test('a tile has room for about six characters, and an empty slot is a sign of its own', () => {
    expect(tileText(null)).toBe('∅');
    expect(tileText(200)).toBe('200');
    expect(tileText(1_234_567)).toBe('1.23M');
    expect(tileText(123_456)).toBe('123k');
  });

  test('a share is never rounded up to all of it', () => {
    expect(percentText(1)).toBe('100%');
    expect(percentText(0.99999)).toBe('99.9%');
    expect(percentText(0.464)).toBe('46.4%');
    expect(percentText(null)).toBe('–');
  });

  test('counts agree with their noun', () => {
    expect(countOf(1, 'meter')).toBe('1 meter');
    expect(countOf(8760, 'interval')).toBe('8,760 intervals');
    expect(countOf(2, 'match', 'matches')).toBe('2 matches');
  });

  test('sizes', () => {
    expect(bytesText(900)).toBe('900 bytes');
    expect(bytesText(6341)).toBe('6.3 kB');
    expect(bytesText(34_242_580)).toBe('34.2 MB');
  });
});

describe('exact decimal text', () => {
  test('is grouped without passing through a float', () => {
    expect(decimalText('876000')).toBe('876,000');
    expect(decimalText('9007199254740993.100000')).toBe('9,007,199,254,740,993.1');
    expect(decimalText('-0012.50')).toBe('-12.5');
    expect(decimalText('0.000')).toBe('0');
    expect(decimalText('-0.0')).toBe('0');
    expect(decimalText('394.051')).toBe('394.051');
  });

  test('other text stays as it is', () => {
    expect(decimalText('–')).toBe('–');
  });

  test('zero is zero at any scale', () => {
    expect(isZeroDecimal('0')).toBe(true);
    expect(isZeroDecimal('0.000000')).toBe(true);
    expect(isZeroDecimal('0.000001')).toBe(false);
    expect(isZeroDecimal('10')).toBe(false);
  });
});

describe('units', () => {
  test('a unit that nobody stated is never printed as kWh', () => {
    expect(unitText('unknown')).toBe('unit not stated');
    expect(energyText(100, 'unknown')).toBe('100');
    expect(powerText(100, 'unknown')).toBe('100 per hour');
    expect(powerUnitText('unknown')).toBe('per hour, unit not stated');
  });

  test('a unit of any length is cut', () => {
    expect(unitText('x'.repeat(10_000)).length).toBeLessThan(30);
    expect(energyText(1, 'x'.repeat(10_000)).length).toBeLessThan(40);
  });

  test('energy per hour has its own unit', () => {
    expect(powerUnitText('kWh')).toBe('kW');
    expect(powerUnitText('m³')).toBe('m³ per hour');
    expect(powerText(1.5, 'MWh')).toBe('1.5 MW');
    expect(energyText(null, 'kWh')).toBe('no value');
  });
});

describe('text from files', () => {
  test('long text is cut with an ellipsis, whole characters only', () => {
    expect(shortText('ext_device_1')).toBe('ext_device_1');
    expect(shortText('x'.repeat(10_000), 20)).toHaveLength(20);
    expect(shortText('x'.repeat(10_000), 20).endsWith('…')).toBe(true);
    expect([...shortText('⚡'.repeat(100), 10)]).toHaveLength(10);
    expect(shortText('👩‍👩‍👧‍👦'.repeat(50), 10)).not.toContain('\uFFFD');
  });
});
