import { describe, expect, test } from 'vitest';
import { windowOf, windowParameters } from './period-parameter';

describe('a period in the address', () => {
  test.each([[{ from: '2022-03-01', to: '2022-04-01' }], [{ from: '2022-03-27T05:30', to: '2022-03-28' }]])(
    '%o is read and written back',
    (parameters) => {
      expect(windowParameters(windowOf(parameters))).toEqual(parameters);
    },
  );

  test('local dates are taken as they stand, whatever zone the browser is in', () => {
    expect(windowOf({ from: '2022-03-01', to: '2022-04-01' })).toEqual({
      from: Date.UTC(2022, 2, 1),
      to: Date.UTC(2022, 3, 1),
    });
  });

  test.each([
    [{}],
    [{ from: '2022-03-01' }],
    [{ from: '2022-03-01', to: '2022-02-01' }],
    [{ from: 'yesterday', to: '2022-02-01' }],
    [{ from: '2022-13-01', to: '2023-02-01' }],
  ])('%o is the whole period', (parameters) => {
    expect(windowOf(parameters)).toBeNull();
  });

  test('a moved edge is written to the minute', () => {
    const from = Date.UTC(2022, 2, 1) + 61_499;
    expect(windowParameters({ from, to: from + 86_400_000 })).toEqual({
      from: '2022-03-01T00:01',
      to: '2022-03-02T00:01',
    });
  });
});
