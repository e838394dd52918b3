import { SHADES } from '../charts/heatmap';
import type { HeatScale } from '../charts/heatmap';
import { numberText } from '../domain/number-text';

const STOPS = 4;

/** The colour of a shade: between two of the five heat tokens, so that both themes follow. */
export function shadeColour(shade: number): string {
  const at = (shade / (SHADES - 1)) * STOPS;
  const low = Math.min(STOPS - 1, Math.floor(at));
  const share = Math.round((at - low) * 100);
  return `color-mix(in oklab, var(--heat-${low + 1}) ${share}%, var(--heat-${low}))`;
}

/** What the colours of the heat map mean. */
export function HeatLegend({
  scale,
  unit,
  of = 'hour',
}: {
  scale: HeatScale;
  unit: string;
  of?: 'hour' | 'day';
}) {
  return (
    <div className="legend">
      <span className="legend-item">
        {!scale.constant && <span>{numberText(scale.low)}</span>}
        {scale.constant ? (
          <span className="heat-swatch" style={{ background: shadeColour(Math.floor(SHADES / 2)) }} />
        ) : (
          <span className="heat-ramp" />
        )}
        <span>
          {numberText(scale.constant ? scale.low : scale.high)}
          {scale.clipped ? ' and more' : ''} {unit}
          {scale.constant ? `, the same in every ${of}` : ''}
        </span>
      </span>
      <LegendHatch pattern="hatch-missing" className="heat-missing-ground" text="missing" />
      {of === 'day' ? <DayKeys /> : <HourKeys />}
    </div>
  );
}

/** Marks of the calendar. */
function DayKeys() {
  return (
    <>
      <span className="legend-item">
        <svg className="legend-swatch" viewBox="0 0 24 12" aria-hidden="true">
          <path className="calendar-part" d="M18 0v10l-10 -10z" />
        </svg>
        partly missing
      </span>
      <span className="legend-item calendar-day">
        <svg className="legend-swatch" viewBox="0 0 24 12" aria-hidden="true">
          <rect className="calendar-odd" x={6} y={0} width={12} height={12} rx={2} />
        </svg>
        not 24 hours long
      </span>
    </>
  );
}

/** Marks of the heat map. */
function HourKeys() {
  return (
    <>
      <LegendHatch pattern="hatch-nowhere" className="heat-nowhere-ground" text="hour does not exist" />
      <span className="legend-item">
        <svg className="legend-swatch" viewBox="0 0 24 12" aria-hidden="true">
          <rect width={24} height={5.4} style={{ fill: shadeColour(14) }} />
          <rect y={6.6} width={24} height={5.4} style={{ fill: shadeColour(14) }} />
        </svg>
        hour happens twice
      </span>
    </>
  );
}

/** A hatching and what it means. */
export function LegendHatch({
  pattern,
  className,
  text,
}: {
  pattern: string;
  className: string;
  text: string;
}) {
  return (
    <span className="legend-item">
      <svg className="legend-swatch" viewBox="0 0 24 12" aria-hidden="true">
        <rect className={className} width={24} height={12} />
        <rect width={24} height={12} fill={`url(#${pattern})`} />
      </svg>
      {text}
    </span>
  );
}
