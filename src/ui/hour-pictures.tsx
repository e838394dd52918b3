import { useMemo } from 'react';
import { monthlyTotals, monthsAround } from '../charts/monthly-totals';
import type { TimeWindow } from '../charts/timeline-window';
import { unitText } from '../domain/number-text';
import { hasHours, resolutionText } from '../charts/series-text';
import type { SeriesRow, MonthlyRow } from '../queries/rows/series';
import { Answer } from './answer';
import { Card } from './card';
import { CalendarView } from './explore/calendar-view';
import { DotLegend } from './explore/mark-legend';
import type { Marks } from './explore/use-marks';
import type { Overlays } from './explore/use-overlay';
import { Heatmap } from './heatmap';
import { PlotFigure } from './plot-figure';
import { SeasonPanels } from './season-panels';
import type { MeterQuestions } from './use-meter-questions';

const HEAT_HEIGHT = 320;
const PAIR_HEIGHT = 360;

interface HourPicturesProps {
  series: SeriesRow;
  zone: string;
  questions: MeterQuestions;
  /** ` of 1 Jul 2022 – 31 Jul 2022` while the brush shows a part, else empty. */
  ofPeriod: string;
  window: TimeWindow | null;
  onSelect: (window: TimeWindow) => void;
  overlays: Overlays;
  marks: Marks;
}

/** The heat map, the typical days and the months. Readings of a day or longer have no hours to show. */
export function HourPictures(props: HourPicturesProps) {
  const { series, zone, questions, ofPeriod, window, onSelect, overlays, marks } = props;
  const months = (
    <Card
      title="Months"
      note={`Energy of each local month (${unitText(series.unit)}); lighter with a share where intervals are missing. Click one to look at it.`}
    >
      <Answer question={questions.monthly} height={PAIR_HEIGHT}>
        {(rows) => (
          <Months
            rows={rows}
            unit={series.unit}
            window={window}
            onSelect={onSelect}
            overlay={overlays.monthly}
          />
        )}
      </Answer>
    </Card>
  );
  const calendar = series.min_resolution_minutes <= 1440 && (
    <Card
      title="Calendar"
      note="Each day by its energy. Click a day or a month’s name, or drag over several days, to look at them everywhere."
    >
      <Answer question={questions.daily} height={PAIR_HEIGHT}>
        {(rows) => (
          <CalendarView
            rows={rows}
            unit={series.unit}
            window={window}
            onSelect={onSelect}
            marksOf={marks.of}
          />
        )}
      </Answer>
      <DotLegend marks={marks.all} />
    </Card>
  );
  if (!hasHours(series.min_resolution_minutes)) {
    return (
      <>
        {months}
        {calendar}
        <p className="nothing-here">
          These readings are {resolutionText(series.min_resolution_minutes)}: they say nothing about single
          hours, and none are made up. So there is no heat map and no typical day.
        </p>
      </>
    );
  }
  return (
    <>
      <Card
        title="Every hour"
        note="Each hour of each day by its energy; the days of 23 and 25 hours are marked. Drag over days to look at them everywhere."
      >
        <Answer question={questions.heatmap} height={HEAT_HEIGHT}>
          {(rows) => (
            <Heatmap
              rows={rows}
              series={series}
              zone={zone}
              window={window}
              onSelect={onSelect}
              marksOf={marks.of}
            />
          )}
        </Answer>
        <DotLegend marks={marks.all} />
      </Card>
      {calendar}
      <div className="section-pair">
        <Card title="Typical day" note={`Mean of each hour by season${ofPeriod}, local time of ${zone}.`}>
          <Answer question={questions.typicalDayOfPeriod} height={PAIR_HEIGHT}>
            {(rows) => <SeasonPanels rows={rows} unit={series.unit} overlay={overlays.typicalDay} />}
          </Answer>
        </Card>
        {months}
      </div>
    </>
  );
}

interface MonthsProps {
  rows: readonly MonthlyRow[];
  unit: string;
  window: TimeWindow | null;
  onSelect: (window: TimeWindow) => void;
  overlay: Overlays['monthly'];
}

function Months({ rows, unit, window, onSelect, overlay }: MonthsProps) {
  const spec = useMemo(
    () => monthlyTotals({ rows, unit, height: PAIR_HEIGHT - 40, window, overlay }),
    [rows, unit, window, overlay],
  );
  return (
    <PlotFigure
      spec={spec}
      label="Energy of each month"
      gestures={{
        onRange: (x1, x2) => onSelect(monthsAround(x1, x2)),
        onPick: (point) => onSelect(monthsAround(point.x1, point.x2)),
        onKey: () => false,
      }}
    />
  );
}
