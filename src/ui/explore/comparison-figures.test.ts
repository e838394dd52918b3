import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { DAY } from '../../charts/time-text';
import { AppError } from '../../domain/app-error';
import type { OverviewRow, SeriesRow } from '../../queries/rows/series';
import { ComparisonFigures } from './comparison-figures';
import type { Question } from '../use-question';
import { failedOverlays } from './failed-overlays';
import { OverlayNote } from './overlay-note';
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
        failed: [],
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

describe('a question about the other side that fails', () => {
  const retry = () => undefined;
  const question = { state: 'failed', error: new AppError('QUERY_FAILED'), retry } as const;
  const ready: Question<object> = { state: 'ready', rows: [] };
  const failed = failedOverlays([
    [['Time line', 'Calendar'], question],
    [['Months'], ready],
    [['the figures of the other side'], question],
  ]);

  test('is told beside the figures: which pictures, why and what to do', () => {
    const text = drawn(meter({ ext_dev_ref: 'flat' }), { failed, other: question });
    expect(text).toContain('Not compared: Time line, Calendar, the figures of the other side.');
    expect(text).toContain('One of the calculations behind this page failed.');
    expect(text).toContain('Try again');
    expect(text).toContain('QUERY_FAILED');
    expect(text.match(/role="alert"/g)).toHaveLength(1);
    expect(text).toContain('30 kWh');
    expect(text).not.toContain('…');
  });

  test('is told under each picture that misses it, and under no other', () => {
    const note = (place: string) =>
      renderToStaticMarkup(createElement(OverlayNote, { place, overlay: null, failed }));
    expect(note('Calendar')).toContain('could not be fetched, so that only this meter is shown');
    expect(note('Months')).toBe('');
  });

  test('nothing to fail and nothing to show are told apart', () => {
    const overlay = { rows: [], label: 'the flat', colour: 'red', shift: 0 };
    expect(
      renderToStaticMarkup(createElement(OverlayNote, { place: 'Months', overlay, failed: [] })),
    ).toContain('the flat has nothing to show here.');
    expect(drawn(meter({}))).not.toContain('role="alert"');
  });
});
