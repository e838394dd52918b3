import { countOf, shortText } from '../domain/number-text';
import type { Dataset, SessionState } from '../session/session-state';
import { activityStatus } from './stage-text';

/** The open files in a few words: a name, or how many. */
export function subjectText(dataset: Dataset): string {
  const [first, ...rest] = dataset.sources;
  if (!first) return 'No file';
  return rest.length ? countOf(rest.length + 1, 'file') : shortText(first.name, 60);
}

/** Meters are counted by client and meter name: two channels of one meter are one meter. */
export function meterCount(dataset: Dataset): number {
  return new Set(dataset.series.map((row) => JSON.stringify([row.client_id, row.ext_dev_ref]))).size;
}

/** What is open, counted: `1 meter, 8,760 intervals`. */
export function contentsText(dataset: Dataset): string {
  const intervals = dataset.ledger.reduce((sum, row) => sum + row.readings, 0);
  return `${countOf(meterCount(dataset), 'meter')}, ${countOf(intervals, 'interval')}`;
}

/**
 * What is going on, for the status region. Ends with the word "ready" only
 * when the picture of the selected meter has been drawn and nothing runs.
 */
export function statusText(state: SessionState, drawn: boolean, failedPictures: number): string {
  const { dataset, activity, engine } = state;
  if (activity) return shortText(activityStatus(activity), 120);
  if (state.story) {
    const { file, rows } = state.story;
    return `${shortText(file, 60)}: an export of Meterfold with ${countOf(rows, 'row')}, its story is shown, ready`;
  }
  if (!dataset) {
    return engine.phase === 'starting' ? 'The engine is loading' : 'Nothing is open yet';
  }
  const what = `${subjectText(dataset)}: ${contentsText(dataset)}`;
  if (!drawn) return `${what}, drawing`;
  if (failedPictures > 0) return `${what}, ${countOf(failedPictures, 'picture')} could not be drawn`;
  const saved = state.saved ? `Saved ${shortText(state.saved.name, 60)}. ` : '';
  return `${saved}${what}, ready`;
}
