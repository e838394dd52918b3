import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICIES } from '../domain/policy';
import { readArguments, UsageError } from './arguments';

describe('the command line', () => {
  it('takes inputs and an output, and defaults for the rest', () => {
    expect(readArguments(['a.parquet', 'b.parquet', '--out', 'c.parquet'])).toEqual({
      inputs: ['a.parquet', 'b.parquet'],
      out: 'c.parquet',
      report: null,
      policies: DEFAULT_POLICIES,
    });
  });

  it('takes every choice', () => {
    const words =
      'a.parquet --zone Asia/Kolkata --report r.json --convention wall-clock-first --duplicates set-aside --null-keys set-aside --unit kWh --out=o.parquet';
    expect(readArguments(words.split(' '))).toEqual({
      inputs: ['a.parquet'],
      out: 'o.parquet',
      report: 'r.json',
      policies: {
        ...DEFAULT_POLICIES,
        zone: 'Asia/Kolkata',
        convention: 'wall-clock-first',
        duplicates: 'set-aside',
        nullKeys: 'set-aside',
        assumedUnit: 'kWh',
      },
    });
  });

  it('takes how coarse the output is, and its format by name or by its ending', () => {
    const output = (words: string) => readArguments(['a.parquet', ...words.split(' ')])?.output;
    expect(output('--out o.csv')).toEqual({ resolution: 'native', format: 'csv' });
    expect(output('--out o.dat --format arrow')).toEqual({ resolution: 'native', format: 'arrow' });
    expect(output('--out o.parquet --resolution month')).toEqual({ resolution: 'month', format: 'parquet' });
    expect(output('--out o.csv --format parquet --resolution native')).toBeUndefined();
    expect(() => output('--out o.csv --resolution week')).toThrow(UsageError);
    expect(() => output('--out o.csv --format xlsx')).toThrow(UsageError);
  });

  it('takes a choice for all inputs and others for single ones', () => {
    const words =
      'in/a=b.csv c.parquet --convention utc --convention a=b.csv=elapsed --convention c.parquet=fixed-offset --clock-offset c.parquet=-570 --clock-offset +120 --out o.parquet';
    expect(readArguments(words.split(' '))?.policies).toEqual({
      ...DEFAULT_POLICIES,
      convention: 'utc',
      fileConventions: { 'a=b.csv': 'elapsed', 'c.parquet': 'fixed-offset' },
      clockOffsetMinutes: 120,
      fileClockOffsets: { 'c.parquet': -570 },
    });
  });

  it('takes a file whose name looks like an option after two dashes', () => {
    expect(readArguments(['--out', 'c.parquet', '--', '--zone.parquet'])?.inputs).toEqual(['--zone.parquet']);
  });

  it.each([['--help'], ['-h'], ['a.parquet', '--help']])('%s asks for help only', (...argv) => {
    expect(readArguments(argv)).toBeNull();
  });

  it.each([
    ['no input', ['--out', 'c.parquet'], /No input/],
    ['no output', ['a.parquet'], /--out/],
    ['an empty output', ['a.parquet', '--out', ''], /--out/],
    ['an output without a name', ['a.parquet', '--out'], /--out/],
    ['an option that does not exist', ['a.parquet', '--out', 'c', '--fill'], /--fill/],
    ['an unknown convention', ['a', '--out', 'c', '--convention', 'best'], /wall-clock-summed.*best/],
    ['a convention of no input', ['a', '--out', 'c', '--convention', 'b=utc'], /“b”, which is no input/],
    ['an offset of no clock', ['a', '--out', 'c', '--clock-offset', 'a=900'], /-720 to 840.*900/],
    [
      'an unknown duplicates policy',
      ['a', '--out', 'c', '--duplicates', 'sum'],
      /last, first, set-aside.*sum/,
    ],
    ['an unknown null-keys policy', ['a', '--out', 'c', '--null-keys', 'drop'], /refuse, set-aside.*drop/],
  ])('refuses %s', (_title, argv, message) => {
    expect(() => readArguments(argv)).toThrow(UsageError);
    expect(() => readArguments(argv)).toThrow(message);
  });

  it('takes what is said about columns', () => {
    const request = readArguments([
      ...[
        'a.csv',
        '--out',
        'o.parquet',
        '--map',
        'timestamp=Zeit',
        '--map',
        'value=Menge (kWh)',
        '--slots',
        'h1..h24',
      ],
      ...[
        '--label',
        'end',
        '--clock',
        '+01:00',
        '--dates',
        'day-first',
        '--decimal',
        'comma',
        '--interval',
        'PT15M',
      ],
    ]);
    expect(request?.mapping).toEqual({
      roles: { timestamp: 'Zeit', value: 'Menge (kWh)' },
      slots: { first: 'h1', last: 'h24' },
      label: 'end',
      clock: { kind: 'fixed', offsetMinutes: 60 },
      dateOrder: 'day-first',
      decimal: ',',
      resolutionMinutes: 15,
    });
  });

  it.each([
    ['--map', 'weather=x'],
    ['--map', 'value'],
    ['--clock', 'noon'],
    ['--interval', 'often'],
    ['--slots', 'h1'],
  ])('refuses %s %s', (option, value) => {
    expect(() => readArguments(['a.csv', '--out', 'o.parquet', option, value])).toThrow(UsageError);
  });
});
