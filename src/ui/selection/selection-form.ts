import { countOf, countText, percentText } from '../../domain/number-text';
import type { FileScan, Selection } from '../../domain/selection';
import { dateText, metersFound, shareOf } from '../../session/file-scan';
import type { SelectionRequest } from '../../session/session-state';

/** What stands in the fields. */
export interface SelectionForm {
  from: string;
  to: string;
  /** Parts of names of meters or clients, between commas; empty means every meter. */
  words: string;
  /** The most meters to open, as typed. */
  most: string;
}

/** What a form comes to: the selection, and whether it can be opened. */
export interface SelectionOutcome {
  selection: Selection;
  canOpen: boolean;
  text: string;
}

/** The whole period of as many meters as fit; where not even one does, as many days of one. */
export function firstForm({ scan, fits }: SelectionRequest): SelectionForm {
  const { meters, dates } = scan;
  const [first, last] = [dates[0]?.[0] ?? 0, dates.at(-1)?.[0] ?? 0];
  const most = Math.max(1, Math.floor(fits * meters.length));
  const days = Math.floor(fits * meters.length * dates.length);
  const shown = fits * meters.length < 1 ? Math.max(1, days) - 1 : Infinity;
  return {
    from: dateText(first),
    to: dateText(Math.min(last, first + shown)),
    words: '',
    most: String(most),
  };
}

export function outcomeOf(form: SelectionForm, { scan, fits }: SelectionRequest): SelectionOutcome {
  const most = form.most.trim() === '' ? Infinity : Number(form.most);
  const found = Number.isNaN(most) ? [] : metersFound(scan, form.words, Math.max(0, Math.floor(most)));
  const meters = found.length === scan.meters.length ? null : found;
  const selection = { from: form.from || null, to: form.to || null, meters };
  const share = shareOf(scan, selection);
  const rows = Math.round(share * scan.rows);
  const canOpen = rows > 0 && share <= fits;
  return { selection, canOpen, text: textOf(rows, share, fits, found.length, scan) };
}

function textOf(rows: number, share: number, fits: number, meters: number, scan: FileScan): string {
  if (meters === 0) return 'No meter is called that.';
  if (rows === 0) return 'No row lies in this period.';
  const size = `${countOf(meters, 'meter')} of ${countText(scan.meters.length)}, about ${countOf(rows, 'row')}: ${percentText(share)} of all`;
  return share <= fits
    ? `${size}. This should fit.`
    : `${size}. Too much: by estimate ${percentText(fits)} of all rows fit. Shorten the period or take fewer meters.`;
}
