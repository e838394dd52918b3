import { describe, expect, test } from 'vitest';
import { addressOf, viewStateOf } from './view-address';
import type { ViewState } from './view-address';

describe('the view that a hash names', () => {
  test.each([
    ['', 'explore'],
    ['#', 'explore'],
    ['#explore', 'explore'],
    ['#quality', 'quality'],
    ['#sql?from=2022-01-01', 'sql'],
    ['#meters/', 'meters'],
  ])('%s is %s', (hash, view) => {
    expect(viewStateOf(hash)?.view).toBe(view);
  });

  test.each(['#platform/people', '#platform', '#difficult-days', '#unheard-of?zone=Asia/Tokyo'])(
    '%s is no view',
    (hash) => {
      expect(viewStateOf(hash)).toBeNull();
    },
  );
});

describe('what a view keeps behind the question mark', () => {
  const STATES: ViewState[] = [
    { view: 'explore', parameters: {} },
    { view: 'meters', parameters: {} },
    { view: 'explore', parameters: { from: '2022-03-01', to: '2022-03-27T05:30', zone: 'Europe/Vilnius' } },
    { view: 'quality', parameters: { meter: 'a%2Fb/100%25 &=?#/gas/import', assumedUnit: 'm³' } },
  ];
  test.each(STATES.map((state) => [addressOf(state), state] as const))('%s is read back', (hash, state) => {
    expect(viewStateOf(hash)).toEqual(state);
  });

  test('nothing that needs no escape is escaped', () => {
    expect(addressOf(STATES[2]!)).toBe('#explore?from=2022-03-01&to=2022-03-27T05:30&zone=Europe/Vilnius');
  });

  test('half a character, as a file may hold, does not throw', () => {
    const hash = addressOf({ view: 'explore', parameters: { meter: 'x\uD83D' } });
    expect(viewStateOf(hash)?.parameters.meter).toBe('x\uFFFD');
  });

  test.each([
    ['an unknown name', '#explore?secret=1'],
    ['broken escapes', '#explore?meter=%E0%A4%A'],
    ['an empty value', '#explore?meter='],
    ['no value', '#explore?meter'],
    ['an endless value', `#explore?meter=${'x'.repeat(3000)}`],
  ])('%s is left out', (_what, hash) => {
    expect(viewStateOf(hash)).toEqual({ view: 'explore', parameters: {} });
  });
});
