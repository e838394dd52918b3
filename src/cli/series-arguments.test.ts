import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICIES } from '../domain/policy';
import { readArguments } from './arguments';
import { readSeriesOption, withSeriesChoices } from './series-arguments';
import { UsageError } from './usage-error';

const one = (ext_dev_ref: string, channel: string | null) => ({
  client_id: 'c',
  ext_dev_ref,
  fuel: null,
  channel,
  unit: 'kWh',
});
const SERIES = [one('1-0:1.8.0', null), one('roof', 'import'), one('roof', 'export')];

describe('--series', () => {
  it('reads words and numbers; a meter’s name may hold colons', () => {
    expect(readSeriesOption('1-0:1.8.0:capacity=11,meaning=register')).toEqual({
      meter: '1-0:1.8.0',
      setting: { capacityKw: 11, meaning: 'register' },
    });
  });

  it.each(['roof', ':capacity=1', 'roof:capacity', 'roof:colour=red', 'roof:capacity=-1', 'roof:channel=up'])(
    'refuses %s with how it is written',
    (text) => {
      expect(() => readSeriesOption(text)).toThrow(UsageError);
    },
  );

  it('holds for every series of a meter, or for one channel of it', () => {
    const policies = withSeriesChoices(
      DEFAULT_POLICIES,
      ['roof:capacity=17', 'roof/export:capacity=10', '1-0:1.8.0/consumption:unit=Wh'].map(readSeriesOption),
      SERIES,
    );
    expect(
      Object.entries(policies.seriesSettings).map(([key, own]) => [key.split('\u001f')[3], own]),
    ).toEqual([
      ['import', { capacityKw: 17 }],
      ['export', { capacityKw: 10 }],
      ['', { unit: 'Wh' }],
    ]);
  });

  it('refuses a meter that nothing was read of, and names those that there are', () => {
    expect(() =>
      withSeriesChoices(DEFAULT_POLICIES, [readSeriesOption('cellar:capacity=1')], SERIES),
    ).toThrow(/“cellar”.*“1-0:1.8.0”, “roof”/);
  });
});

it('units and meaning have options of their own', () => {
  const request = readArguments([
    ...['in.csv', '--out', 'out.parquet', '--output-unit', 'MWh', '--power', 'as-stated'],
    ...['--calorific', '10.55', '--meaning', 'register-end', '--register-gaps', 'split'],
  ]);
  expect(request?.policies).toMatchObject({
    outputUnit: 'MWh',
    power: 'as-stated',
    calorificKwhPerM3: 10.55,
    meaning: 'register-end',
    registerGaps: 'split',
  });
  expect(() => readArguments(['in.csv', '--out', 'out.parquet', '--calorific', 'much'])).toThrow(UsageError);
});
