import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DAY } from '../../charts/time-text';
import type { OverviewRow, SeriesRow } from '../../queries/rows/series';
import { ComparisonFigures } from './comparison-figures';
import type { Overlays } from './use-overlay';

const meter = (change: Partial<SeriesRow>) =>
  ({ ext_dev_ref: 'house', fuel: 'electricity', channel: 'import', unit: 'kWh', ...change }) as SeriesRow;
const overview = (total_energy: number) =>
  ({
    ...{ total_energy, mean_per_hour: 2, base_load_per_hour: 1, peak_per_hour: 9, night_share: 0.4 },
    ...{ intervals: 48, intervals_with_energy: 48 },
  }) as OverviewRow;

function drawn(other: SeriesRow, change: Partial<Overlays> = {}): string {
  return renderToStaticMarkup(
    createElement(ComparisonFigures, {
      series: meter({}),
      compared: {
        ...{ series: other, shift: 0, label: 'the other', ownLabel: 'house, import', colour: 'red' },
        common: { from: 0, to: 2 * DAY },
      },
      overlays: {
        own: { state: 'ready', rows: [overview(30)] },
        other: { state: 'ready', rows: [overview(20)] },
        ...change,
      } as Overlays,
      onEnd: () => undefined,
    }),
  );
}

test('two meters of one kind have a difference', () => {
  const text = drawn(meter({ ext_dev_ref: 'flat' }));
  expect(text).toContain('Difference');
  expect(text).toContain('+10 kWh (+50%)');
});

test.each([
  [{ channel: 'export' }, 'Different things are not subtracted: import and export stand side by side.'],
  [{ fuel: 'heat' }, 'not subtracted: import and heat import stand side by side.'],
])('%o is beside import, never taken from it, and a sentence says so', (change, sentence) => {
  const text = drawn(meter(change));
  expect(text).toContain('30 kWh');
  expect(text).toContain('20 kWh');
  expect(text).toContain(sentence);
  expect(text).not.toContain('Difference');
  expect(text).not.toMatch(/[+−]\d/);
});
