import { MARK_SIGNS } from '../../charts/marks';
import type { Mark, MarkKind } from '../../charts/marks';

const SHAPES: Readonly<Record<(typeof MARK_SIGNS)[MarkKind]['symbol'], string>> = {
  diamond: 'M6 1l5 5-5 5-5-5z',
  triangle: 'M1 2h10L6 11z',
  circle: 'M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z',
  square: 'M2 2h8v8h-8z',
};

/** What the signs above a picture mean; only those that occur. Gaps are named by their hatching. */
export function MarkLegend({ marks }: { marks: readonly Mark[] }) {
  const kinds = (Object.keys(MARK_SIGNS) as MarkKind[]).filter(
    (kind) => kind !== 'gap' && marks.some((mark) => mark.kind === kind),
  );
  if (!kinds.length) return null;
  return (
    <p className="legend mark-legend">
      {kinds.map((kind) => (
        <span key={kind} className="legend-item">
          <svg className="mark-sign" viewBox="0 0 12 12" aria-hidden="true">
            <path d={SHAPES[MARK_SIGNS[kind].symbol]} style={{ fill: MARK_SIGNS[kind].colour }} />
          </svg>
          {MARK_SIGNS[kind].name}
        </span>
      ))}
    </p>
  );
}

/** What a dot beside a day means, where a picture has no room for the signs: which kinds of notes its days have. */
export function DotLegend({ marks }: { marks: readonly Mark[] }) {
  const kinds = (Object.keys(MARK_SIGNS) as MarkKind[]).filter((kind) =>
    marks.some((mark) => mark.kind === kind),
  );
  if (!kinds.length) return null;
  return (
    <p className="legend mark-legend">
      <span className="legend-item">
        <svg className="mark-sign" viewBox="0 0 12 12" aria-hidden="true">
          <circle className="calendar-mark" cx={6} cy={6} r={3.5} />
        </svg>
        A day with a note: {kinds.map((kind) => MARK_SIGNS[kind].name).join(', ')}. Point at it to read which.
      </span>
    </p>
  );
}
