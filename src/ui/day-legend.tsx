import { countOf } from '../domain/number-text';
import { LegendHatch } from './heat-legend';
import './heatmap.css';
import './day-legend.css';

interface DayLegendProps {
  /** Each day of the picture: energy is null where nothing is known. */
  days: readonly { energy: number | null; intervals_missing: number }[];
}

/** Says what shading and pale bars of a time line of days mean, where there are any. */
export function DayLegend({ days }: DayLegendProps) {
  const none = days.filter((day) => day.energy === null).length;
  const some = days.filter((day) => day.energy !== null && day.intervals_missing > 0).length;
  if (none + some === 0) return null;
  return (
    <p className="legend day-legend">
      {none > 0 && (
        <LegendHatch
          pattern="hatch-missing"
          className="heat-missing-ground"
          text={`no data: ${countOf(none, 'day')}`}
        />
      )}
      {some > 0 && (
        <span className="legend-item">
          <svg className="legend-swatch" viewBox="0 0 24 12" aria-hidden="true">
            <rect className="partial-bar" x={0.5} y={0.5} width={23} height={11} />
          </svg>
          some intervals missing: {countOf(some, 'day')}
        </span>
      )}
    </p>
  );
}
