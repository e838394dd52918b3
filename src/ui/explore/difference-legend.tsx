import { DIFFERENCE_SHADES, differenceStrength } from '../../charts/difference-scale';
import type { DifferenceScale } from '../../charts/difference-scale';
import type { SideNames } from '../../charts/compared-hours';
import { numberText } from '../../domain/number-text';
import { LegendHatch } from '../heat-legend';
import type { DayColours } from './calendar-sheets';
import './difference.css';

const STOPS = ['below-3', 'below-2', 'below-1', 'difference-0', 'above-1', 'above-2', 'above-3'];

/** The colour of a difference's shade: between two of seven tokens, so that both themes follow. */
export function differenceColour(shade: number): string {
  const at = (shade / (DIFFERENCE_SHADES - 1)) * (STOPS.length - 1);
  const low = Math.min(STOPS.length - 2, Math.floor(at));
  const share = Math.round((at - low) * 100);
  return `color-mix(in oklab, var(--${STOPS[low + 1]}) ${share}%, var(--${STOPS[low]}))`;
}

/** The colours of a calendar of differences. */
export const DIFFERENCE_DAYS: DayColours = {
  colour: differenceColour,
  ground: (shade) => {
    const strength = differenceStrength(shade);
    return strength < 0.48 ? 'pale' : strength < 0.55 ? 'mid' : 'deep';
  },
};

interface DifferenceLegendProps {
  scale: DifferenceScale;
  unit: string;
  names: SideNames;
  of: 'hour' | 'day';
}

/** What the colours of a difference mean, and which side is the larger. */
export function DifferenceLegend({ scale, unit, names, of }: DifferenceLegendProps) {
  const most = `${numberText(scale.most)}${scale.clipped ? ' and more' : ''}`;
  return (
    <div className="legend difference-legend">
      <span className="legend-item">
        {scale.most === 0 ? (
          <>
            <span className="heat-swatch difference-none" />
            <span>no difference anywhere</span>
          </>
        ) : (
          <>
            <span>−{most}</span>
            <span className="heat-ramp difference-ramp" />
            <span>
              +{most} {unit}
            </span>
          </>
        )}
      </span>
      <span className="legend-item">
        <span className="heat-swatch difference-below" />
        {names.own} is lower than {names.other}
      </span>
      <span className="legend-item">
        <span className="heat-swatch difference-above" />
        higher
      </span>
      <LegendHatch pattern="hatch-missing" className="heat-missing-ground" text="missing on a side" />
      {of === 'hour' && (
        <LegendHatch
          pattern="hatch-nowhere"
          className="heat-nowhere-ground"
          text="hour that a side does not have"
        />
      )}
    </div>
  );
}
