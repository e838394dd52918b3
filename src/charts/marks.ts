import * as Plot from '@observablehq/plot';
import { DAY } from './time-text';

/** What an annotation is about. Gaps are drawn as shaded stretches as well. */
export type MarkKind = 'transition' | 'gap' | 'finding' | 'holiday';

/** An annotation of whole local dates, `from` included and `to` excluded. */
export interface Mark {
  kind: MarkKind;
  from: number;
  to: number;
  text: string;
}

/** Each kind's sign, colour and name; the sign tells them apart without the colour. */
export const MARK_SIGNS: Readonly<
  Record<MarkKind, { symbol: 'diamond' | 'triangle' | 'circle' | 'square'; colour: string; name: string }>
> = {
  transition: { symbol: 'diamond', colour: 'var(--later)', name: 'clock change' },
  gap: { symbol: 'triangle', colour: 'var(--missing-line)', name: 'gap' },
  finding: { symbol: 'circle', colour: 'var(--suspect)', name: 'finding' },
  holiday: { symbol: 'square', colour: 'var(--holiday)', name: 'holiday' },
};

/** The words of every annotation by local date. Long ones stand on each of their dates. */
export function marksByDate(marks: readonly Mark[]): ReadonlyMap<number, readonly Mark[]> {
  const dates = new Map<number, Mark[]>();
  for (const mark of marks) {
    for (let date = mark.from; date < mark.to; date += DAY) {
      const list = dates.get(date);
      if (list) list.push(mark);
      else dates.set(date, [mark]);
    }
  }
  return dates;
}

/** The annotations that touch a stretch of local time, as lines to read. */
export const markLines = (marks: readonly Mark[], from: number, to: number): string[] =>
  marks.filter((mark) => mark.from < to && mark.to > from).map((mark) => mark.text);

/** More signs than this in one picture are noise; they stay in the tooltips. */
const MOST_SIGNS = 120;

/** Signs in the margin above a time line. `place` turns local time into the axis' value, null outside. */
export function markSigns(marks: readonly Mark[], place: (local: number) => number | null): Plot.Markish[] {
  const placed = marks
    .filter(({ kind }) => kind !== 'gap')
    .flatMap((mark) => {
      const x = place(mark.from + Math.min(DAY, mark.to - mark.from) / 2);
      return x === null ? [] : [{ ...MARK_SIGNS[mark.kind], x }];
    });
  if (placed.length > MOST_SIGNS) return [];
  return [
    Plot.dot(placed, {
      x: 'x',
      frameAnchor: 'top',
      dy: -7,
      r: 4,
      symbol: (sign: { symbol: string }) => sign.symbol,
      fill: 'colour',
      stroke: 'var(--surface)',
    }),
  ];
}
