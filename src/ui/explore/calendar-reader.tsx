import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { dayAt, monthPlace } from '../../charts/calendar';
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
  const [active, setActive] = useState<CalendarDay | null>(null);
  const start = useRef<number | null>(null);
  const [drag, setDrag] = useState<TimeWindow | null>(null);
  const height = Math.ceil(months.length / frame.columns) * frame.monthHeight;
  const days = months.flatMap((month) => month.days).filter((day) => day.data);
  const reading = active && read(active);
  const spot = active && spotOf(months, frame, active);

  const at = (event: PointerEvent): CalendarDay | null => {
    const box = event.currentTarget.getBoundingClientRect();
    return dayAt(months, frame, event.clientX - box.left, event.clientY - box.top);
  };
  const onMove = (event: PointerEvent) => {
    const day = at(event);
    setActive(day);
    if (start.current !== null && day) setDrag(between(start.current, day.date));
  };
  const onUp = (event: PointerEvent) => {
    const day = at(event);
    const from = start.current;
    start.current = null;
    setDrag(null);
    if (from !== null && day) onSelect(between(from, day.date));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && active) onSelect(between(active.date, active.date));
    else if (event.key === 'Escape') setActive(null);
    else {
      const next = nextDay(event.key, active, days);
      if (!next) return;
      event.preventDefault();
      setActive(next);
    }
  };
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
        onPointerMove={onMove}
        onPointerDown={(event) => {
          const day = at(event);
          setActive(day);
          start.current = event.button === 0 && day ? day.date : null;
        }}
        onPointerUp={onUp}
        onPointerCancel={() => {
          start.current = null;
          setDrag(null);
        }}
        onPointerLeave={(event) => event.pointerType !== 'touch' && setActive(null)}
        onBlur={() => setActive(null)}
        onKeyDown={onKeyDown}
      />
      {months.map(({ month, title, name: monthName, days: sheet }, index) => {
        const { x, y } = monthPlace(index, frame);
        return (
          <button
            key={month}
            type="button"
            className="calendar-month"
            style={{ left: x, top: y - 40 }}
            disabled={!sheet.some((day) => day.data)}
            aria-label={`Select ${title}`}
            onClick={() => onSelect({ from: month, to: nextMonth(month) })}
          >
            {monthName}
          </button>
        );
      })}
      {reading && spot && <Tooltip {...reading} x={spot.x} y={spot.y} width={width} />}
    </div>
  );
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
