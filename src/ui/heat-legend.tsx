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
export function HeatLegend({ scale, unit }: { scale: HeatScale; unit: string }) {
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
          {scale.constant ? ', the same in every hour' : ''}
        </span>
      </span>
      <LegendHatch pattern="hatch-missing" className="heat-missing-ground" text="missing" />
      <LegendHatch pattern="hatch-nowhere" className="heat-nowhere-ground" text="hour does not exist" />
      <span className="legend-item">
        <svg className="legend-swatch" viewBox="0 0 24 12" aria-hidden="true">
          <rect width={24} height={5.4} style={{ fill: shadeColour(14) }} />
          <rect y={6.6} width={24} height={5.4} style={{ fill: shadeColour(14) }} />
        </svg>
        hour happens twice
      </span>
    </div>
  );
}

function LegendHatch({ pattern, className, text }: { pattern: string; className: string; text: string }) {
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
