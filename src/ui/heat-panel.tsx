import { useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { Reading } from '../charts/chart-spec';
import type { HeatCell, HeatPanel } from '../charts/heatmap';
import { DAY } from '../charts/time-text';
import type { TimeWindow } from '../charts/timeline-window';
import type { MarksOfDay } from './explore/calendar-sheets';
import { HeatAxes, HeatCells, OddDays } from './heat-drawing';
import { pixelBox } from './heat-frame';
import type { Frame } from './heat-frame';
import { HeatMarks, HeatShade } from './heat-marks';
import { useDrag } from './use-drag';
import { Tooltip } from './tooltip';

interface HeatPanelProps {
  panel: HeatPanel;
  width: number;
  /** Days across and hours down, or turned for narrow screens. */
  across: boolean;
  rowHeight: number;
  /** The colour of a shade, and what to say of a cell. */
  colourOf: (shade: number) => string;
  read: (cell: HeatCell) => Reading;
  window: TimeWindow | null;
  onSelect: (window: TimeWindow) => void;
  marksOf: MarksOfDay;
}

const WIDEST_DAY = 40;
const YEAR_LENGTH = 4;
/** Pixels of a day that runs down the page: thin for a year, thick for a few days. */
const downDayPixels = (days: number): number => (days > 62 ? 2 : 12);

function frameOf({ width, panel, across, rowHeight }: HeatPanelProps): Frame {
  if (across) {
    return {
      left: 44,
      top: 40,
      dayPixels: Math.min(WIDEST_DAY, (width - 44 - 8) / panel.days),
      hourPixels: rowHeight,
      across,
    };
  }
  return {
    left: 40,
    // A year stands beside the hours; the name of a period is wider and has a line of its own.
    top: panel.title.length > YEAR_LENGTH ? 40 : 22,
    dayPixels: downDayPixels(panel.days),
    hourPixels: (width - 40 - 82) / 24,
    across,
  };
}

/** One year of the heat map; the pointer or the arrow keys read single hours. */
export function HeatPanelView(props: HeatPanelProps) {
  const { panel, width, across, read, colourOf, marksOf } = props;
  const frame = frameOf(props);
  const { cell, drag, handlers } = useHeatReader(props, frame);
  const { left, top, dayPixels, hourPixels } = frame;
  const long = panel.days * dayPixels;
  const deep = 24 * hourPixels;
  const [inner, height] = across ? [long, deep] : [deep, long];
  const text = cell && read(cell);
  const box = cell && pixelBox({ x: cell.day, y: cell.hour, height: 1 }, frame);
  const lines = text && cell ? [...text.lines, ...marksOf(panel.firstDate + cell.day * DAY)] : [];
  return (
    <div className="heat-panel">
      <svg width={width} height={top + height + 6} aria-hidden="true">
        <HeatAxes panel={panel} frame={frame} />
        <g transform={`translate(${left} ${top})`}>
          <rect className="heat-ground" width={inner} height={height} />
          <HeatCells panel={panel} frame={frame} colourOf={colourOf} />
          <HeatShade window={drag ?? props.window} panel={panel} frame={frame} />
          <OddDays panel={panel} frame={frame} />
          <HeatMarks panel={panel} frame={frame} marksOf={marksOf} />
          {box && <rect className="heat-cursor" {...box} />}
        </g>
      </svg>
      <div
        className="reader"
        role="slider"
        tabIndex={0}
        aria-label={`Read the hours of ${panel.title}`}
        aria-valuemin={0}
        aria-valuemax={panel.days * 24 - 1}
        aria-valuenow={cell ? cell.day * 24 + cell.hour : 0}
        aria-valuetext={text ? `${text.title}: ${lines.join(', ')}` : 'Use the arrow keys to read hours'}
        style={{ left, top, width: inner, height }}
        {...handlers}
      />
      {text && box && (
        <Tooltip
          title={text.title}
          lines={lines}
          x={left + box.x + box.width / 2}
          y={Math.min(top + box.y, top + height - 60)}
          width={width}
        />
      )}
    </div>
  );
}

/** The cell that pointer or keys are at, the days being dragged over, and what listens to both. */
function useHeatReader({ panel, across, onSelect }: HeatPanelProps, frame: Frame) {
  const { drag, start, move, end, cancel } = useDrag();
  const [cell, setCell] = useState<HeatCell | null>(null);
  const dragged = ({ from, to }: { from: number; to: number }) =>
    daysBetween(panel, dayOf(from, panel, frame), dayOf(to, panel, frame));
  const onPointer = (event: PointerEvent) => {
    setCell(cellAt(event, panel, frame));
    move(alongOf(event, across));
  };
  const handlers = {
    onPointerMove: onPointer,
    onPointerDown: (event: PointerEvent) => {
      onPointer(event);
      start(event, alongOf(event, across));
    },
    onPointerUp: () => {
      const done = end();
      if (done?.kind === 'stretch') onSelect(dragged(done));
      else if (done && cell) onSelect(daysBetween(panel, cell.day, cell.day));
    },
    onPointerCancel: cancel,
    onPointerLeave: (event: PointerEvent) => event.pointerType !== 'touch' && setCell(null),
    onBlur: () => setCell(null),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && cell) return onSelect(daysBetween(panel, cell.day, cell.day));
      const next = cellForKey(event.key, cell, panel, across);
      if (next === undefined) return;
      event.preventDefault();
      setCell(next);
    },
  };
  return { cell, drag: drag ? dragged(drag) : null, handlers };
}

/** The pointer's place along the days. */
function alongOf(event: PointerEvent, across: boolean): number {
  const bounds = event.currentTarget.getBoundingClientRect();
  return across ? event.clientX - bounds.left : event.clientY - bounds.top;
}

const dayOf = (pixel: number, panel: HeatPanel, { dayPixels }: Frame): number =>
  Math.min(panel.days - 1, Math.max(0, Math.floor(pixel / dayPixels)));

const daysBetween = (panel: HeatPanel, one: number, other: number): TimeWindow => ({
  from: panel.firstDate + Math.min(one, other) * DAY,
  to: panel.firstDate + (Math.max(one, other) + 1) * DAY,
});

function cellAt(event: PointerEvent, panel: HeatPanel, frame: Frame): HeatCell {
  const bounds = event.currentTarget.getBoundingClientRect();
  const x = event.clientX - bounds.left;
  const y = event.clientY - bounds.top;
  const [days, hours] = frame.across ? [x, y] : [y, x];
  const hour = Math.min(23.99, Math.max(0, hours / frame.hourPixels));
  const day = Math.min(panel.days - 1, Math.max(0, Math.floor(days / frame.dayPixels)));
  return { day, hour: Math.floor(hour), half: hour % 1 >= 0.5 ? 1 : 0 };
}

/** The cell a key leads to, null to leave, undefined for a key that is not ours. Half hours stop twice. */
function cellForKey(
  key: string,
  cell: HeatCell | null,
  panel: HeatPanel,
  across: boolean,
): HeatCell | null | undefined {
  if (key === 'Escape') return null;
  const days: Record<string, number> = across
    ? { ArrowRight: 1, ArrowLeft: -1 }
    : { ArrowDown: 1, ArrowUp: -1 };
  const hours: Record<string, number> = across
    ? { ArrowDown: 1, ArrowUp: -1 }
    : { ArrowRight: 1, ArrowLeft: -1 };
  const more: Record<string, number> = { PageDown: 7, PageUp: -7 };
  const from = cell ?? { day: 0, hour: 0, half: 0 };
  const dayStep = days[key] ?? more[key];
  if (dayStep !== undefined) {
    return { ...from, half: 0, day: Math.min(panel.days - 1, Math.max(0, from.day + dayStep)) };
  }
  const hourStep = hours[key];
  if (hourStep === undefined) return undefined;
  const twice = panel.oddDays.some(
    (odd) => odd.kind === 'overlap' && odd.x === from.day && odd.hour === from.hour,
  );
  if (twice && from.half === 0 && hourStep > 0) return { ...from, half: 1 };
  return { ...from, half: 0, hour: Math.min(23, Math.max(0, from.hour + hourStep)) };
}
