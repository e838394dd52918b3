import { useMemo } from 'react';
import {
  compareHours,
  comparedHoursText,
  differenceCellText,
  differencePanel,
  differenceTable,
  hourDifferenceScale,
  rowsWithin,
} from '../../charts/compared-hours';
import type { Overlay } from '../../charts/overlay';
import { energyPaint, heatCellText, heatPanel, heatScale, heatTable } from '../../charts/heatmap';
import { hasHours, resolutionText } from '../../charts/series-text';
import { otherPart, ownPart } from '../../charts/time-shift';
import type { TimeWindow } from '../../charts/timeline-window';
import { powerUnitText } from '../../domain/number-text';
import type { HeatmapRow, SeriesRow } from '../../queries/rows/series';
import { ChartTableView } from '../chart-table';
import { HeatLegend, shadeColour } from '../heat-legend';
import { HeatPanelView } from '../heat-panel';
import { ACROSS_WIDTH } from '../heatmap';
import { NO_MARKS } from './calendar-sheets';
import type { MarksOfDay } from './calendar-sheets';
import { ComparedFrame, sidesOf, SideTable } from './compared-frame';
import type { ComparedSpace } from './compared-frame';
import type { Compared } from './comparison';
import { DifferenceLegend, differenceColour } from './difference-legend';

interface ComparedHeatmapProps {
  rows: readonly HeatmapRow[];
  series: SeriesRow;
  zone: string;
  compared: Compared;
  overlay: Overlay<HeatmapRow>;
  onSelect: (window: TimeWindow) => void;
  marksOf: MarksOfDay;
}

const ROW_PIXELS = 6.5;

const isAcross = (width: number): boolean => width >= ACROSS_WIDTH;

/** Every hour that two sides have: one under the other on one scale, or as their difference. */
export function ComparedHeatmap(props: ComparedHeatmapProps) {
  const { series, compared, zone } = props;
  if (!hasHours(compared.series.min_resolution_minutes)) {
    return (
      <p className="nothing-here">
        The readings of {compared.label} are {resolutionText(compared.series.min_resolution_minutes)}: there
        are no single hours to compare.
      </p>
    );
  }
  return (
    <ComparedFrame
      label="Heat map of every hour, compared"
      of="heat map"
      {...{ series, compared }}
      beside={(space) => <Beside {...props} {...space} />}
      difference={(space) => <Difference {...props} {...space} />}
      note={(width) => (
        <p className="card-note">
          {isAcross(width) ? 'Days run across, hours down' : 'Days run down, hours across'}, local time of{' '}
          {zone}.
        </p>
      )}
    />
  );
}

type FormProps = ComparedHeatmapProps & ComparedSpace;

function Beside({ rows, series, compared, overlay, width, span, onSelect, marksOf }: FormProps) {
  const { common, shift } = compared;
  const { own, other, scale, panels } = useMemo(() => {
    const own = rowsWithin(rows, common);
    const other = rowsWithin(overlay.rows, otherPart(common, shift));
    const scale = heatScale([...own, ...other]);
    const panels = sidesOf(span, compared).map(({ part, title }, side) =>
      heatPanel(rowsWithin(side === 0 ? own : other, part), energyPaint(scale), part, title),
    );
    return { own, other, scale, panels };
  }, [rows, overlay, compared, common, shift, span]);
  const ownTable = useMemo(() => heatTable(own, series.unit), [own, series.unit]);
  const otherTable = useMemo(() => heatTable(other, series.unit), [other, series.unit]);
  return (
    <>
      <HeatLegend scale={scale} unit={powerUnitText(series.unit)} />
      {width > 0 &&
        panels.map((panel, side) => (
          <HeatPanelView
            key={side}
            {...{ panel, width }}
            across={isAcross(width)}
            rowHeight={ROW_PIXELS}
            colourOf={shadeColour}
            read={(cell) => heatCellText(panel, cell, series.unit)}
            window={null}
            onSelect={(days) => onSelect(side === 0 ? days : ownPart(days, shift))}
            marksOf={side === 0 ? marksOf : NO_MARKS}
          />
        ))}
      <SideTable table={ownTable} title={compared.ownLabel} />
      <SideTable table={otherTable} title={compared.label} />
    </>
  );
}

function Difference({ rows, series, compared, overlay, width, span, onSelect, marksOf }: FormProps) {
  const { common, shift, ownLabel, label } = compared;
  const hours = useMemo(
    () => compareHours(rows, overlay.rows, common, shift),
    [rows, overlay, common, shift],
  );
  const scale = useMemo(() => hourDifferenceScale(hours), [hours]);
  const panel = useMemo(
    () => differencePanel(hours, scale, span, sidesOf(span, compared)[0].title),
    [hours, scale, span, compared],
  );
  const names = useMemo(() => ({ own: ownLabel, other: label }), [ownLabel, label]);
  const table = useMemo(() => differenceTable(hours, series.unit, names), [hours, series.unit, names]);
  return (
    <>
      <DifferenceLegend scale={scale} unit={powerUnitText(series.unit)} names={names} of="hour" />
      {width > 0 && (
        <HeatPanelView
          {...{ panel, width, onSelect, marksOf }}
          across={isAcross(width)}
          rowHeight={9.5}
          colourOf={differenceColour}
          read={(cell) => differenceCellText(panel, cell, series.unit, names)}
          window={null}
        />
      )}
      <p className="card-note">{comparedHoursText(hours)}</p>
      <ChartTableView table={table} />
    </>
  );
}
