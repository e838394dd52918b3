import { useMemo } from 'react';
import { heatCellText, heatPanels, heatScale, heatTable } from '../charts/heatmap';
import { powerUnitText } from '../domain/number-text';
import type { TimeWindow } from '../charts/timeline-window';
import type { MarksOfDay } from './explore/calendar-sheets';
import type { HeatmapRow, SeriesRow } from '../queries/rows/series';
import { ChartTableView } from './chart-table';
import { HeatLegend, shadeColour } from './heat-legend';
import { HeatPanelView } from './heat-panel';
import { useWidth } from './use-width';
import { useParameter } from './views/use-view';
import { YearChoice } from './year-choice';

/** Narrower than this the picture turns: days run down the page. */
export const ACROSS_WIDTH = 620;
const MOST_PANELS = 3;

interface HeatmapProps {
  rows: readonly HeatmapRow[];
  series: SeriesRow;
  zone: string;
  window: TimeWindow | null;
  onSelect: (window: TimeWindow) => void;
  marksOf: MarksOfDay;
}

/** Every hour of every day, one panel a year; the days of 23 and 25 hours are marked. */
export function Heatmap({ rows, series, zone, window, onSelect, marksOf }: HeatmapProps) {
  const [ref, width] = useWidth();
  const scale = useMemo(() => heatScale(rows), [rows]);
  const panels = useMemo(() => heatPanels(rows, scale), [rows, scale]);
  const table = useMemo(() => heatTable(rows, series.unit), [rows, series.unit]);
  const [year, setYear] = useParameter('year');
  const across = width >= ACROSS_WIDTH;
  const most = across ? MOST_PANELS : 1;
  const choice = panels.some((panel) => String(panel.year) === year)
    ? Number(year)
    : (panels[0]?.year ?? null);
  const shown = panels.length > most ? panels.filter((panel) => panel.year === choice) : panels;
  const unit = powerUnitText(series.unit);
  return (
    <figure ref={ref} className="heat" aria-label="Heat map of every hour">
      <div className="heat-tools">
        <HeatLegend scale={scale} unit={unit} />
        {panels.length > most && (
          <YearChoice
            label="Year of the heat map"
            years={panels.map((panel) => panel.year)}
            year={choice ?? 0}
            onChoose={(next) => setYear(String(next))}
          />
        )}
      </div>
      {width > 0 &&
        shown.map((panel) => (
          <HeatPanelView
            key={panel.year}
            panel={panel}
            width={width}
            across={across}
            rowHeight={shown.length > 1 ? 6.5 : 9.5}
            colourOf={shadeColour}
            read={(cell) => heatCellText(panel, cell, series.unit)}
            window={window}
            onSelect={onSelect}
            marksOf={marksOf}
          />
        ))}
      <p className="card-note">
        {across ? 'Days run across, hours down' : 'Days run down, hours across'}, local time of {zone}.
      </p>
      <ChartTableView table={table} />
    </figure>
  );
}
