import { useMemo } from 'react';
import { isUnitKnown, powerUnitText } from '../domain/number-text';
import { seasonDays, SEASONS, typicalDay } from '../charts/typical-day';
import type { Overlay } from '../charts/overlay';
import type { Season } from '../charts/typical-day';
import type { TypicalDayRow } from '../queries/rows/series';
import { OverlayLegend } from './explore/overlay-legend';
import { PlotFigure } from './plot-figure';

export const SEASON_HEIGHT = 132;

interface SeasonPanelsProps {
  rows: readonly TypicalDayRow[];
  unit: string;
  overlay: Overlay<TypicalDayRow> | null;
  /** ` of 1 Jul 2022 – 31 Jul 2022` while the brush shows a part, else empty. */
  ofPeriod: string;
}

/** The mean day of each season, weekdays beside weekends, all on one scale. */
export function SeasonPanels({ rows, unit, overlay, ofPeriod }: SeasonPanelsProps) {
  const both = [...rows, ...(overlay?.rows ?? [])];
  return (
    <>
      <div className="legend">
        <LegendLine className="line-weekday" text="weekday" />
        <LegendLine className="line-weekend" text="weekend" />
        <span>{isUnitKnown(unit) ? powerUnitText(unit) : 'energy per hour, unit not stated'}</span>
      </div>
      <OverlayLegend {...{ overlay, ofPeriod }} />
      <div className="seasons">
        {SEASONS.filter((season) => both.some((row) => row.season === season)).map((season) => (
          <SeasonPanel key={season} rows={rows} season={season} unit={unit} overlay={overlay} />
        ))}
      </div>
    </>
  );
}

function LegendLine({ className, text }: { className: string; text: string }) {
  return (
    <span className="legend-item">
      <svg className="legend-swatch" viewBox="0 0 24 12" aria-hidden="true">
        <line className={className} x1="0" y1="6" x2="24" y2="6" />
      </svg>
      {text}
    </span>
  );
}

type SeasonPanelProps = Omit<SeasonPanelsProps, 'ofPeriod'> & { season: Season };

function SeasonPanel({ rows, season, unit, overlay }: SeasonPanelProps) {
  const spec = useMemo(
    () => typicalDay(rows, season, unit, SEASON_HEIGHT, overlay),
    [rows, season, unit, overlay],
  );
  return (
    <div>
      <h3 className="season-title">
        {season.charAt(0).toUpperCase() + season.slice(1)}{' '}
        <span className="season-note">{seasonDays(rows, season)}</span>
      </h3>
      <PlotFigure spec={spec} label={`Typical day in ${season}`} />
    </div>
  );
}
