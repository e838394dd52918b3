import { describe, expect, it } from 'vitest';
import { CsvTotals, foldTotals, isSameEnergy, scaled } from './export-totals';

const total = (energy: string, unit = 'kWh') => [{ fuel: 'electricity', channel: 'import', unit, energy }];
const never = new AbortController().signal;

describe('the energy of a file', () => {
  it('must be the same to the last digit, or to the twelfth where rows are sums', () => {
    expect(isSameEnergy(total('1000.000000001'), total('1000.000000001'), true)).toBe(true);
    expect(isSameEnergy(total('1000.000000001'), total('1000.000000002'), true)).toBe(false);
    expect(isSameEnergy(total('12345678.000000001'), total('12345678.000000002'), false)).toBe(true);
    expect(isSameEnergy(total('1000.00001'), total('1000.00002'), false)).toBe(false);
    expect(isSameEnergy(total('1000'), [], false)).toBe(false);
    expect(isSameEnergy(total('1000'), total('1000', 'MWh'), true)).toBe(false);
  });

  it('is folded to what the columns of the file can tell apart', () => {
    const totals = [...total('0.1'), ...total('0.2', 'MWh')];
    expect(foldTotals(totals, ['energy'])).toEqual([{ fuel: '', channel: '', unit: '', energy: '0.3' }]);
    expect(foldTotals(totals, ['energy', 'unit']).map(({ unit, energy }) => [unit, energy])).toEqual([
      ['kWh', '0.1'],
      ['MWh', '0.2'],
    ]);
  });

  it('is read out of decimal text exactly', () => {
    expect(scaled('-12.5')).toBe(-12_500_000_000n);
    expect(scaled('1e-7')).toBe(100n);
    expect(scaled('1.5e21')).toBe(1_500_000_000_000_000_000_000_000_000_000n);
    expect(scaled('0.0000000005')).toBe(1n);
  });

  it('is added up from a CSV with line breaks and quotes in its texts', async () => {
    const csv = 'fuel,energy,unit\nelec,0.1,"k""W\nh"\nelec,,"k""W\nh"\ngas,0.2,m3\nelec,0.2,"k""W\nh"\n';
    const totals = new CsvTotals();
    expect(await totals.read(new Blob([csv]), never)).toEqual({
      rows: 4,
      columns: ['fuel', 'energy', 'unit'],
    });
    expect(totals.totals()).toEqual([
      { fuel: 'elec', channel: '', unit: 'k"W\nh', energy: '0.3' },
      { fuel: 'gas', channel: '', unit: 'm3', energy: '0.2' },
    ]);
  });
});
