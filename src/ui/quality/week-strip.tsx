import { memo } from 'react';

const KINDS = ['complete', 'nearly', 'partly', 'missing'] as const;
type WeekKind = (typeof KINDS)[number];

function kindOf(sign: string): WeekKind | null {
  if (sign === 'c') return 'complete';
  if (sign === '-') return 'missing';
  if (sign === '9' || sign === '8') return 'nearly';
  return sign === ' ' ? null : 'partly';
}

/** The weeks of one series as a strip of heat: full and blue where complete, lower and paler the more is missing. */
export const WeekStrip = memo(function WeekStrip({ weeks }: { weeks: string }) {
  const kinds = [...weeks].map(kindOf);
  return (
    <svg
      className="week-strip"
      viewBox={`0 0 ${weeks.length} 10`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {KINDS.map((kind) => (
        <path key={kind} className={`week is-${kind}`} d={pathOf(kinds, kind)} />
      ))}
    </svg>
  );
});

/** One box for each run of weeks of the kind. */
function pathOf(kinds: readonly (WeekKind | null)[], kind: WeekKind): string {
  const top = { complete: 0, nearly: 2, partly: 5, missing: 0 }[kind];
  let path = '';
  for (let at = 0; at < kinds.length; at++) {
    if (kinds[at] !== kind) continue;
    const from = at;
    while (kinds[at + 1] === kind) at++;
    path += `M${from} ${top}H${at + 1}V10H${from}Z`;
  }
  return path;
}
