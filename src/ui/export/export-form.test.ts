import { describe, expect, it } from 'vitest';
import type { SeriesRow } from '../../queries/rows/series';
import { chosenColumns } from '../../session/chosen-columns';
import { choiceOf, FIRST_FORM, seriesByScope } from './export-form';

const series = [
  { series_id: 3, client_id: 'a', ext_dev_ref: 'm1', fuel: 'electricity', channel: 'import' },
  { series_id: 5, client_id: 'a', ext_dev_ref: 'm1', fuel: 'electricity', channel: 'export' },
  { series_id: 8, client_id: 'b', ext_dev_ref: 'm1', fuel: 'electricity', channel: 'import' },
] as SeriesRow[];
const scopes = seriesByScope(series, series[0]!, new Set(['b/m1/electricity/import']));

describe('the export form', () => {
  it('takes every channel of the meter on show, and no other client’s meter of that name', () => {
    expect(choiceOf({ ...FIRST_FORM, scope: 'meter' }, scopes)).toMatchObject({ seriesIds: [3, 5] });
  });

  it('takes what is selected in the Meters view, and says so when nothing is', () => {
    expect(choiceOf({ ...FIRST_FORM, scope: 'selected' }, scopes)).toMatchObject({ seriesIds: [8] });
    const none = seriesByScope(series, series[0]!, new Set());
    expect(choiceOf({ ...FIRST_FORM, scope: 'selected' }, none)).toHaveProperty('trouble');
  });

  it('takes all series, columns and the whole period at first', () => {
    expect(choiceOf(FIRST_FORM, scopes)).toEqual({
      seriesIds: null,
      period: null,
      resolution: 'native',
      unit: null,
      columns: null,
      format: 'parquet',
      byMonth: false,
    });
  });

  it('counts the last date in, and says when it lies before the first', () => {
    const days = { ...FIRST_FORM, from: '2022-03-26', to: '2022-03-27' };
    expect(choiceOf(days, scopes)).toMatchObject({
      period: { from_date_ms: Date.UTC(2022, 2, 26), to_date_ms: Date.UTC(2022, 2, 28) },
    });
    expect(choiceOf({ ...days, to: '2022-03-25' }, scopes)).toHaveProperty('trouble');
  });

  it('leaves columns out at every resolution that has them, and refuses to leave out all', () => {
    const form = { ...FIRST_FORM, leftOut: new Set(['client_id', 'source_row']) };
    expect(choiceOf(form, scopes)).toMatchObject({
      columns: chosenColumns('native').filter((name) => name !== 'client_id' && name !== 'source_row'),
    });
    expect(choiceOf({ ...form, resolution: 'day' }, scopes)).toMatchObject({
      columns: chosenColumns('day').filter((name) => name !== 'client_id'),
    });
    const nothing = { ...FIRST_FORM, leftOut: new Set(chosenColumns('native')) };
    expect(choiceOf(nothing, scopes)).toHaveProperty('trouble');
  });
});
