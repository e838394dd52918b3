import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { CALENDAR_HEAD, dayAt, monthPlace } from '../../charts/calendar';
import type { CalendarDay, CalendarFrame, CalendarMonth } from '../../charts/calendar';
import type { Reading } from '../../charts/chart-spec';
import { DAY, nextMonth } from '../../charts/time-text';
import type { TimeWindow } from '../../charts/timeline-window';
import { Tooltip } from '../tooltip';
import { CalendarSheets } from './calendar-sheets';
import type { DayColours, MarksOfDay } from './calendar-sheets';

interface CalendarReaderProps {
  months: readonly CalendarMonth[];
  frame: CalendarFrame;
  width: number;
  /** What the sheets are of, `2024`, for people who hear the page. */
  name: string;
  window: TimeWindow | null;
  onSelect: (window: TimeWindow) => void;
  marksOf: MarksOfDay;
  colours: DayColours;
  read: (day: CalendarDay) => Reading;
}

/** Sheets with a reader on top: pointer and arrow keys read days, Enter and dragging select. */
export function CalendarReader(props: CalendarReaderProps) {
  const { months, frame, width, name, window, onSelect, marksOf, colours, read } = props;
  const days = months.flatMap((month) => month.days).filter((day) => day.data);
  const { active, drag, handlers } = useDayReader(props, days);
  const height = Math.ceil(months.length / frame.columns) * frame.monthHeight;
  const reading = active && read(active);
  const spot = active && spotOf(months, frame, active);
  return (
    <div className="calendar" style={{ height }}>
      <CalendarSheets
        {...{ months, frame, width, height, marksOf, colours }}
        window={drag ?? window}
        active={active}
      />
      <div
        className="reader calendar-reader"
        role="slider"
        tabIndex={0}
        aria-label={`Read the days of ${name}`}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, days.length - 1)}
        aria-valuenow={Math.max(0, active ? days.indexOf(active) : 0)}
        aria-valuetext={
          reading ? `${reading.title}: ${reading.lines.join(', ')}` : 'Use the arrow keys to read days'
        }
        {...handlers}
      />
      <MonthButtons months={months} frame={frame} onSelect={onSelect} />
      {reading && spot && <Tooltip {...reading} x={spot.x} y={spot.y} width={width} />}
    </div>
  );
}

/** The months' names, each of which selects its month. */
function MonthButtons({
  months,
  frame,
  onSelect,
}: Pick<CalendarReaderProps, 'months' | 'frame' | 'onSelect'>) {
  return months.map(({ month, title, name, days }, index) => {
    const { x, y } = monthPlace(index, frame);
    return (
      <button
        key={month}
        type="button"
        className="calendar-month"
        style={{ left: x, top: y - CALENDAR_HEAD }}
        disabled={!days.some((day) => day.data)}
        aria-label={`Select ${title}`}
        onClick={() => onSelect({ from: month, to: nextMonth(month) })}
      >
        {name}
      </button>
    );
  });
}

/** The day that pointer or keys are at, the days being dragged over, and what listens to both. */
function useDayReader({ months, frame, onSelect }: CalendarReaderProps, days: readonly CalendarDay[]) {
  const [active, setActive] = useState<CalendarDay | null>(null);
  const start = useRef<number | null>(null);
  const [drag, setDrag] = useState<TimeWindow | null>(null);
  const at = (event: PointerEvent): CalendarDay | null => {
    const box = event.currentTarget.getBoundingClientRect();
    return dayAt(months, frame, event.clientX - box.left, event.clientY - box.top);
  };
  const letGo = () => {
    start.current = null;
    setDrag(null);
  };
  const handlers = {
    onPointerMove: (event: PointerEvent) => {
      const day = at(event);
      setActive(day);
      if (start.current !== null && day) setDrag(between(start.current, day.date));
    },
    onPointerDown: (event: PointerEvent) => {
      const day = at(event);
      setActive(day);
      start.current = event.button === 0 && day ? day.date : null;
    },
    onPointerUp: (event: PointerEvent) => {
      const day = at(event);
      const from = start.current;
      letGo();
      if (from !== null && day) onSelect(between(from, day.date));
    },
    onPointerCancel: letGo,
    onPointerLeave: (event: PointerEvent) => event.pointerType !== 'touch' && setActive(null),
    onBlur: () => setActive(null),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && active) return onSelect(between(active.date, active.date));
      if (event.key === 'Escape') return setActive(null);
      const next = nextDay(event.key, active, days);
      if (!next) return;
      event.preventDefault();
      setActive(next);
    },
  };
  return { active, drag, handlers };
}

const between = (one: number, other: number): TimeWindow => ({
  from: Math.min(one, other),
  to: Math.max(one, other) + DAY,
});

function spotOf(months: readonly CalendarMonth[], frame: CalendarFrame, day: CalendarDay) {
  const index = months.findIndex((month) => month.days.includes(day));
  if (index < 0) return null;
  const { x, y } = monthPlace(index, frame);
  return { x: x + (day.column + 0.5) * frame.cell, y: y + (day.row + 1) * frame.cell + 4 };
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  ArrowDown: 7,
  ArrowUp: -7,
  PageDown: 30,
  PageUp: -30,
};

function nextDay(key: string, active: CalendarDay | null, days: readonly CalendarDay[]): CalendarDay | null {
  if (key === 'Home') return days[0] ?? null;
  if (key === 'End') return days.at(-1) ?? null;
  const step = STEPS[key];
  if (step === undefined) return null;
  const from = active ? days.indexOf(active) : -step;
  return days[Math.min(days.length - 1, Math.max(0, from + step))] ?? null;
}
