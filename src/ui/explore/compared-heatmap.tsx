import { useMemo } from 'react';
import {
  compareHours,
  comparedHoursText,
  differenceCellText,
  differencePanels,
  differenceTable,
  hourDifferenceScale,
  movedSpan,
  otherPart,
  rowsWithin,
} from '../../charts/compared-hours';
import type { Overlay } from '../../charts/overlay';
import { energyPaint, heatCellText, heatPanel, heatPanels, heatScale, heatTable } from '../../charts/heatmap';
import type { HeatPanel } from '../../charts/heatmap';
import { hasHours, resolutionText } from '../../charts/series-text';
import { windowText } from '../../charts/timeline-window';
import type { TimeWindow } from '../../charts/timeline-window';
import { powerUnitText } from '../../domain/number-text';
import type { HeatmapRow, SeriesRow } from '../../queries/rows/series';
import { ChartTableView } from '../chart-table';
import { HeatLegend, shadeColour } from '../heat-legend';
import { HeatPanelView } from '../heat-panel';
import { ACROSS_WIDTH } from '../heatmap';
import { useWidth } from '../use-width';
import { useParameter } from '../views/use-view';
import { YearChoice } from '../year-choice';
import { NO_MARKS } from './calendar-sheets';
import type { MarksOfDay } from './calendar-sheets';
import { CompareFormChoice, useCompareForm } from './compare-form';
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

/** Every hour that two sides have: one under the other on one scale, or as their difference. */
export function ComparedHeatmap(props: ComparedHeatmapProps) {
  const { series, compared, zone } = props;
  const [ref, width] = useWidth();
  const form = useCompareForm(series, compared.series);
  const across = width >= ACROSS_WIDTH;
  if (!hasHours(compared.series.min_resolution_minutes)) {
    return (
      <p className="nothing-here">
        The readings of {compared.label} are {resolutionText(compared.series.min_resolution_minutes)}: there
        are no single hours to compare.
      </p>
    );
  }
  const Form = form === 'difference' ? Difference : Beside;
  return (
    <figure ref={ref} className="heat" aria-label="Heat map of every hour, compared">
      <Form {...props} width={width} across={across} />
      <p className="card-note">
        {across ? 'Days run across, hours down' : 'Days run down, hours across'}, local time of {zone}.
      </p>
    </figure>
  );
}

type FormProps = ComparedHeatmapProps & { width: number; across: boolean };

/** The panel of the chosen year, and the choice itself. */
function useYearOf(panels: readonly HeatPanel[]) {
  const [year, setYear] = useParameter('year');
  const panel = panels.find((each) => String(each.year) === year) ?? panels.at(-1);
  const choice = (
    <YearChoice
      label="Year of the heat map"
      years={panels.map((each) => each.year)}
      year={panel?.year ?? 0}
      onChoose={(next) => setYear(String(next))}
    />
  );
  return { panel, choice };
}

/** What stands over a side's panel: its dates where the other side is another period, else whose hours they are. */
const sideTitle = (panel: HeatPanel, { shift }: Compared, name: string): string =>
  shift === 0 ? `${panel.year}: ${name}` : windowText({ from: panel.firstDate, to: movedSpan(panel, 0).to });

function Beside(props: FormProps) {
  const { rows, series, compared, overlay, width, across, onSelect, marksOf } = props;
  const { common, shift } = compared;
  const sides = useMemo(() => {
    const own = rowsWithin(rows, common);
    const other = rowsWithin(overlay.rows, otherPart(common, shift));
    const scale = heatScale([...own, ...other]);
    return { own, other, scale, panels: heatPanels(own, scale) };
  }, [rows, overlay, common, shift]);
  const { panel, choice } = useYearOf(sides.panels);
  const pair = useMemo(() => {
    if (!panel) return [];
    const span = movedSpan(panel, shift);
    const other = heatPanel(rowsWithin(sides.other, span), energyPaint(sides.scale), span, '');
    return [
      { ...panel, title: sideTitle(panel, compared, compared.ownLabel) },
      { ...other, title: sideTitle(other, compared, compared.label) },
    ];
  }, [panel, sides, compared, shift]);
  return (
    <>
      <div className="compare-tools">
        <CompareFormChoice own={series} other={compared.series} of="heat map" />
        {choice}
      </div>
      <HeatLegend scale={sides.scale} unit={powerUnitText(series.unit)} />
      {width > 0 &&
        pair.map((each, side) => (
          <HeatPanelView
            key={side}
            panel={each}
            {...{ width, across }}
            rowHeight={ROW_PIXELS}
            colourOf={shadeColour}
            read={(cell) => heatCellText(each, cell, series.unit)}
            window={null}
            onSelect={({ from, to }) => onSelect(side === 0 ? { from, to } : otherPart({ from, to }, -shift))}
            marksOf={side === 0 ? marksOf : NO_MARKS}
          />
        ))}
      <SideTable rows={sides.own} name={compared.ownLabel} unit={series.unit} />
      <SideTable rows={sides.other} name={compared.label} unit={series.unit} />
    </>
  );
}

function SideTable({ rows, name, unit }: { rows: readonly HeatmapRow[]; name: string; unit: string }) {
  const table = useMemo(() => {
    const plain = heatTable(rows, unit);
    return { ...plain, caption: `${name}. ${plain.caption}` };
  }, [rows, name, unit]);
  return <ChartTableView table={table} />;
}

function Difference(props: FormProps) {
  const { rows, series, compared, overlay, width, across, onSelect, marksOf } = props;
  const { common, shift, ownLabel, label } = compared;
  const hours = useMemo(
    () => compareHours(rows, overlay.rows, common, shift),
    [rows, overlay, common, shift],
  );
  const scale = useMemo(() => hourDifferenceScale(hours), [hours]);
  const panels = useMemo(() => differencePanels(hours, scale), [hours, scale]);
  const names = useMemo(() => ({ own: ownLabel, other: label }), [ownLabel, label]);
  const table = useMemo(() => differenceTable(hours, series.unit, names), [hours, series.unit, names]);
  const { panel, choice } = useYearOf(panels);
  return (
    <>
      <div className="compare-tools">
        <CompareFormChoice own={series} other={compared.series} of="heat map" />
        {choice}
      </div>
      <DifferenceLegend scale={scale} unit={powerUnitText(series.unit)} names={names} of="hour" />
      {width > 0 && panel && (
        <HeatPanelView
          panel={panel}
          {...{ width, across, onSelect, marksOf }}
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
