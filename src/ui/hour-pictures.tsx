import { useCallback, useMemo } from 'react';
import { monthlyTotals, monthsAround, otherMonthPlace } from '../charts/monthly-totals';
import type { TimeWindow } from '../charts/timeline-window';
import { unitText } from '../domain/number-text';
import { hasHours, resolutionText } from '../charts/series-text';
import type { DailyRow, HeatmapRow, MonthlyRow, SeriesRow } from '../queries/rows/series';
import { Answer } from './answer';
import { Card } from './card';
import { CalendarView } from './explore/calendar-view';
import type { Compared } from './explore/comparison';
import { DotLegend } from './explore/mark-legend';
import type { Marks } from './explore/use-marks';
import { OverlayLegend } from './explore/overlay-legend';
import { OverlayNote } from './explore/overlay-note';
import type { Overlays } from './explore/use-overlay';
import { useSavedSides } from './explore/use-saved-sides';
import { fetchedPart } from './fetched-part';
import { Heatmap } from './heatmap';
import { PlotFigure } from './plot-figure';
import { SeasonPanels } from './season-panels';
import type { MeterQuestions } from './use-meter-questions';

// Fetched once something is compared, so that the first view does without; the meter's own picture stays until then.
const ComparedHeatmap = fetchedPart(
  () => import('./explore/compared-heatmap').then((module) => module.ComparedHeatmap),
  { missed: 'Only this meter is shown.' },
);
const ComparedCalendar = fetchedPart(
  () => import('./explore/compared-calendar').then((module) => module.ComparedCalendar),
  { missed: 'Only this meter is shown.' },
);

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
  compared: Compared | null;
  overlays: Overlays;
  marks: Marks;
}

/** The heat map, the typical days and the months. Readings of a day or longer have no hours to show. */
export function HourPictures(props: HourPicturesProps) {
  const { series, zone, questions, ofPeriod, window, onSelect, overlays } = props;
  const savedMonths = useSavedSides(overlays.monthly, ({ monthsOfBothSides }) => monthsOfBothSides);
  const savedDays = useSavedSides(
    overlays.typicalDay,
    ({ typicalDaysOfBothSides }) => typicalDaysOfBothSides,
  );
  const months = (
    <Card
      title="Months"
      note={`Energy of each local month (${unitText(series.unit)}); lighter with a share where intervals are missing. Click one to look at it.`}
    >
      <Answer question={questions.monthly} height={PAIR_HEIGHT} saved={savedMonths}>
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
      <OverlayNote
        place="Months"
        overlay={overlays.monthly}
        failed={overlays.failed}
        refused={monthsRefusal(overlays.monthly)}
      />
    </Card>
  );
  const calendar = series.min_resolution_minutes <= 1440 && <CalendarCard {...props} />;
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
      <HeatCard {...props} />
      {calendar}
      <div className="section-pair">
        <Card title="Typical day" note={`Mean of each hour by season${ofPeriod}, local time of ${zone}.`}>
          <Answer question={questions.typicalDayOfPeriod} height={PAIR_HEIGHT} saved={savedDays}>
            {(rows) => (
              <SeasonPanels
                rows={rows}
                unit={series.unit}
                overlay={overlays.typicalDay}
                ofPeriod={ofPeriod}
              />
            )}
          </Answer>
          <OverlayNote place="Typical day" overlay={overlays.typicalDay} failed={overlays.failed} />
        </Card>
        {months}
      </div>
    </>
  );
}

/** The heat map, of both sides while something is compared. */
function HeatCard({
  series,
  zone,
  questions,
  window,
  onSelect,
  compared,
  overlays,
  marks,
}: HourPicturesProps) {
  const { hours } = overlays;
  const isFailed = overlays.failed.some(({ places }) => places.includes('Every hour'));
  const saved = useCallback(
    (rows: readonly HeatmapRow[]) =>
      compared && hours
        ? import('./explore/saved-pairs').then((pairs) => pairs.savedHours(rows, hours, series, compared))
        : rows,
    [series, compared, hours],
  );
  const shared = { series, zone, onSelect, marksOf: marks.of };
  return (
    <Card
      title="Every hour"
      note={
        compared && !isFailed
          ? `Each hour of ${compared.ownLabel} and of ${compared.label}. Drag over days to look at them everywhere.`
          : 'Each hour of each day by its energy; the days of 23 and 25 hours are marked. Drag over days to look at them everywhere.'
      }
    >
      <Answer question={questions.heatmap} height={HEAT_HEIGHT} saved={saved}>
        {(rows) => {
          const own = <Heatmap rows={rows} {...shared} window={window} />;
          if (!compared || !hours) return own;
          return (
            <ComparedHeatmap rows={rows} {...shared} compared={compared} overlay={hours} meanwhile={own} />
          );
        }}
      </Answer>
      <OverlayNote place="Every hour" overlay={null} failed={overlays.failed} />
      <DotLegend marks={marks.all} />
    </Card>
  );
}

/** The calendar, of both sides while something is compared. */
function CalendarCard({ series, questions, window, onSelect, compared, overlays, marks }: HourPicturesProps) {
  const { daily } = overlays;
  const saved = useCallback(
    (rows: readonly DailyRow[]) =>
      compared && daily
        ? import('./explore/saved-pairs').then((pairs) => pairs.savedDays(rows, daily, series, compared))
        : rows,
    [series, compared, daily],
  );
  return (
    <Card
      title="Calendar"
      note="Each day by its energy. Click a day or a month’s name, or drag over several days, to look at them everywhere."
    >
      <Answer question={questions.daily} height={PAIR_HEIGHT} saved={saved}>
        {(rows) => {
          const own = <CalendarView {...{ rows, window, onSelect }} unit={series.unit} marksOf={marks.of} />;
          if (!compared || !daily) return own;
          return (
            <ComparedCalendar
              {...{ rows, series, compared, onSelect }}
              overlay={daily}
              marksOf={marks.of}
              meanwhile={own}
            />
          );
        }}
      </Answer>
      <OverlayNote place="Calendar" overlay={null} failed={overlays.failed} />
      <DotLegend marks={marks.all} />
    </Card>
  );
}

const monthsRefusal = (overlay: Overlays['monthly']): string | null =>
  overlay && !otherMonthPlace(overlay.shift)
    ? 'The two periods lie less than half a month apart: there is no other month to compare with.'
    : null;

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
    <>
      {!monthsRefusal(overlay) && <OverlayLegend overlay={overlay} />}
      <PlotFigure
        spec={spec}
        label="Energy of each month"
        gestures={{
          onRange: (x1, x2) => onSelect(monthsAround(x1, x2)),
          onPick: (point) => onSelect(monthsAround(point.x1, point.x2)),
          onKey: () => false,
        }}
      />
    </>
  );
}
