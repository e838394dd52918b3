import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { dailyTimeline } from '../charts/daily-timeline';
import { intervalTimeline } from '../charts/interval-timeline';
import type { ChartSpec } from '../charts/chart-spec';
import { isUnitKnown, unitText } from '../domain/number-text';
import { clampWindow, isFine, isWhole, panWindow, windowText, zoomWindow } from '../charts/timeline-window';
import type { TimeWindow } from '../charts/timeline-window';
import { otherPart } from '../charts/time-shift';
import { DAY, dateOf } from '../charts/time-text';
import type { DailyRow, SeriesRow } from '../queries/rows/series';
import type { Session } from '../session/session';
import { Brush } from './brush';
import type { Mark } from '../charts/marks';
import type { Overlay } from '../charts/overlay';
import { resolutionText } from '../charts/series-text';
import type { Compared } from './explore/comparison';
import { failedOverlays } from './explore/failed-overlays';
import type { FailedOverlay } from './explore/failed-overlays';
import { DayLegend } from './day-legend';
import { MarkLegend } from './explore/mark-legend';
import { OverlayLegend } from './explore/overlay-legend';
import { OverlayNote } from './explore/overlay-note';
import { comparedRows } from './explore/use-saved-sides';
import type { ReaderGestures } from './chart-reader';
import { Icon } from './icon';
import { PlotFigure } from './plot-figure';
import { FigureMenu } from './share/figure-menu';
import type { FigureRows } from './share/rows-csv';
import { useIntervals } from './use-intervals';
import { WheelZoom } from './wheel-zoom';

export const TIMELINE_HEIGHT = 280;

interface TimelineProps {
  session: Session;
  version: number;
  series: SeriesRow;
  zone: string;
  rows: readonly DailyRow[];
  window: TimeWindow | null;
  /** The new window, null for the whole period. */
  onWindow: (window: TimeWindow | null) => void;
  marks: readonly Mark[];
  compared: Compared | null;
  /** The other side's days. */
  overlay: Overlay<DailyRow> | null;
  /** What could not be answered of the other side. */
  failed: readonly FailedOverlay[];
}

/** The period that the rows cover, in whole local days. */
export function wholeOf(rows: readonly DailyRow[]): TimeWindow {
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) return { from: 0, to: DAY };
  const days = Math.max(1, Math.round(last.minutes / 1440));
  return { from: first.local_date, to: last.local_date + days * DAY };
}

const MONTH_MINUTES = 43_200;
const barPeriod = (series: SeriesRow) => (series.min_resolution_minutes >= MONTH_MINUTES ? 'month' : 'day');

const timelineNote = (window: TimeWindow, series: SeriesRow): string =>
  isFine(window) && series.min_resolution_minutes < 1440
    ? 'Energy of each interval'
    : `Energy of each ${barPeriod(series)}`;

/** The whole period as days, down to single intervals, with a brush below. */
export function Timeline(props: TimelineProps) {
  const { series, zone, rows, window: chosen, onWindow, marks } = props;
  const whole = useMemo(() => wholeOf(rows), [rows]);
  const window = useMemo(() => (chosen ? clampWindow(chosen, whole) : whole), [chosen, whole]);
  const { spec, retry, drawn, others } = useTimelineSpec({ ...props, window, whole });
  const set = (next: TimeWindow) => {
    const inside = clampWindow(next, whole);
    onWindow(isWhole(inside, whole) ? null : inside);
  };
  const local = (x: number) => spec.localAt?.(x) ?? x;
  const gestures: ReaderGestures = {
    onRange: (x1, x2) => set({ from: local(x1), to: local(x2) }),
    onPick: (point) => {
      if (!isFine(window)) set({ from: dateOf(point.x1) - DAY, to: dateOf(point.x1) + 2 * DAY });
    },
    onKey: (key, shift) => {
      const next = windowForKey(key, shift, window, whole);
      if (next) set(next);
      return next !== null;
    },
  };
  return (
    <section className="card" aria-label="Time line">
      <div className="card-head">
        <div>
          <h2 className="card-title">Time line</h2>
          <p className="card-note">
            {timelineNote(window, series)}
            {isUnitKnown(series.unit) ? ` in ${unitText(series.unit)}` : ', unit not stated'}, local time of{' '}
            {zone}
          </p>
        </div>
        <TimelineTools window={window} whole={whole} onWindow={set}>
          <FigureMenu title="Time line" rowsOf={drawn} />
        </TimelineTools>
      </div>
      {!others.refused && <OverlayLegend overlay={others.overlay} />}
      <WheelZoom onZoom={(factor) => set(zoomWindow(window, whole, factor))}>
        <PlotFigure spec={spec} label="Energy over time" gestures={gestures} />
      </WheelZoom>
      <Brush rows={rows} whole={whole} window={window} onChange={set} />
      {retry && <IntervalsFailed onRetry={retry} />}
      <OverlayNote place="Time line" {...others} />
      <DayLegend days={rows} />
      <MarkLegend marks={marks} />
      <p className="timeline-hint">
        Drag over the picture or move the handles below it to zoom in; click a day to open it. Keys: + and −
        zoom, Shift with an arrow moves, 0 shows everything.
      </p>
    </section>
  );
}

interface SpecInput extends Omit<TimelineProps, 'window' | 'onWindow'> {
  window: TimeWindow;
  whole: TimeWindow;
}

/** Days, or single intervals once the window is short and they have arrived. */
function useTimelineSpec(input: SpecInput) {
  const { session, version, series, zone, rows, window, whole, marks, compared, overlay, failed } = input;
  const question = useIntervals(session, series, version, window, whole);
  const intervals = question?.state === 'ready' ? question.rows : null;
  const shift = compared?.shift ?? 0;
  const moved = useMemo(() => otherPart(window, shift), [window, shift]);
  const movedWhole = useMemo(() => otherPart(whole, shift), [whole, shift]);
  const otherIntervals = useIntervals(session, compared?.series ?? null, version, moved, movedWhole);
  const otherRows = otherIntervals?.state === 'ready' ? otherIntervals.rows : null;
  const per = barPeriod(series);
  const fine = useMemo(
    () => (compared && otherRows ? { ...compared, rows: otherRows } : null),
    [compared, otherRows],
  );
  // Bars of a month and bars of a day do not stand on one axis.
  const bars = compared && barPeriod(compared.series) !== per ? null : overlay;
  const spec: ChartSpec = useMemo(() => {
    const common = { window, unit: series.unit, zone, height: TIMELINE_HEIGHT, marks };
    return intervals
      ? intervalTimeline({ ...common, rows: intervals, overlay: fine })
      : dailyTimeline({ ...common, rows, per, overlay: bars });
  }, [intervals, rows, window, series, zone, marks, per, fine, bars]);
  const drawn = async (): Promise<FigureRows> => {
    if (intervals)
      return fine ? (await comparedRows()).intervalsOfBothSides(intervals, fine, window) : intervals;
    return bars ? (await comparedRows()).daysOfBothSides(rows, bars) : rows;
  };
  const others = {
    overlay: intervals ? fine : bars,
    failed: intervals ? failedOverlays(otherIntervals ? [[['Time line'], otherIntervals]] : []) : failed,
    refused: compared && overlayRefusal(series, compared, intervals !== null),
  };
  return { spec, retry: question?.state === 'failed' ? question.retry : null, drawn, others };
}

/** Why the other side's readings cannot be drawn in the time line as it is; null where they can. */
function overlayRefusal(
  series: SeriesRow,
  { series: other, label }: Compared,
  isFine: boolean,
): string | null {
  const readings = `The readings of ${label} are ${resolutionText(other.min_resolution_minutes)}`;
  if (isFine && other.min_resolution_minutes >= 1440) {
    return `${readings}: there are no single intervals to compare. Zoom out to see the days.`;
  }
  return !isFine && barPeriod(other) !== barPeriod(series)
    ? `${readings}: they do not stand on one axis with each ${barPeriod(series)} of this meter. Look at the months.`
    : null;
}

function windowForKey(key: string, shift: boolean, window: TimeWindow, whole: TimeWindow): TimeWindow | null {
  if (key === '+' || key === '=') return zoomWindow(window, whole, 0.5);
  if (key === '-' || key === '−' || key === '_') return zoomWindow(window, whole, 2);
  if (key === '0') return whole;
  if (shift && key === 'ArrowLeft') return panWindow(window, whole, -0.25);
  if (shift && key === 'ArrowRight') return panWindow(window, whole, 0.25);
  return null;
}

interface ToolsProps {
  window: TimeWindow;
  whole: TimeWindow;
  onWindow: (window: TimeWindow) => void;
  children: ReactNode;
}

function TimelineTools({ window, whole, onWindow, children }: ToolsProps) {
  const all = isWhole(window, whole);
  return (
    <div className="timeline-tools">
      <span className="timeline-range">{windowText(window)}</span>
      <button
        type="button"
        className="button button-small button-icon"
        aria-label="Zoom in"
        onClick={() => onWindow(zoomWindow(window, whole, 0.5))}
      >
        <Icon name="add" />
      </button>
      <button
        type="button"
        className="button button-small button-icon"
        aria-label="Zoom out"
        disabled={all}
        onClick={() => onWindow(zoomWindow(window, whole, 2))}
      >
        <Icon name="minus" />
      </button>
      <button type="button" className="button button-small" disabled={all} onClick={() => onWindow(whole)}>
        <Icon name="reset" />
        Whole period
      </button>
      {children}
    </div>
  );
}

/** The days stay in the picture when their single intervals could not be fetched. */
function IntervalsFailed({ onRetry }: { onRetry: () => void }) {
  return (
    <p className="card-note">
      The single intervals could not be fetched, so that days are shown.{' '}
      <button type="button" className="button-link" onClick={onRetry}>
        Try again
      </button>
    </p>
  );
}
