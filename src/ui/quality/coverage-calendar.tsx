import { memo, useMemo, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import {
  coverageCounts,
  coverageLines,
  coverageTable,
  coverageText,
  coverageYears,
} from '../../charts/coverage-calendar';
import type { CoverageCell, CoverageKind, CoverageYear } from '../../charts/coverage-calendar';
import { DAY, monthText, weekdayDateText } from '../../charts/time-text';
import { countOf } from '../../domain/number-text';
import type { CoverageDayRow } from '../../queries/rows/quality';
import { ChartTableView } from '../chart-table';
import { Tooltip } from '../tooltip';

const CELL = 18;
const GAP = 2;
const LEFT = 34;
const TOP = 16;
const STEP = CELL + GAP;
const WIDTH = LEFT + 31 * STEP;
const HEIGHT = TOP + 12 * STEP;

interface CoverageCalendarProps {
  rows: readonly CoverageDayRow[];
  /** Shows a date in the time line. */
  onOpenDate: (local_date: number) => void;
}

/** A year a block, a month a line, a day a square: what is there and what is not. */
export function CoverageCalendar({ rows, onOpenDate }: CoverageCalendarProps) {
  const years = useMemo(() => coverageYears(rows), [rows]);
  const cells = useMemo(() => years.flatMap((year) => year.cells), [years]);
  const table = useMemo(() => coverageTable(years), [years]);
  const [at, setAt] = useState<number | null>(null);
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const focused = at === null ? null : (cells[at] ?? null);

  const onKeyDown = (event: KeyboardEvent) => {
    const target = targetOf(event.key, at ?? -1, cells);
    if (target !== null) {
      event.preventDefault();
      setAt(target);
    } else if ((event.key === 'Enter' || event.key === ' ') && focused) {
      event.preventDefault();
      onOpenDate(focused.local_date);
    }
  };

  return (
    <figure className="coverage" aria-label="Coverage calendar">
      <div
        className="coverage-years"
        role="slider"
        tabIndex={0}
        aria-label="Read days of the coverage calendar"
        aria-valuemin={0}
        aria-valuemax={Math.max(0, cells.length - 1)}
        aria-valuenow={at ?? 0}
        aria-valuetext={
          focused ? saidOf(focused) : 'Arrow keys read the days, N finds the next gap, Enter shows a day'
        }
        onKeyDown={onKeyDown}
        onBlur={() => setAt(null)}
        onPointerMove={(event) => setHovered(hoveredOf(event))}
        onPointerLeave={() => setHovered(null)}
        onClick={(event) => {
          const date = dateUnder(event.target);
          if (date !== null) onOpenDate(date);
        }}
      >
        {years.map((year) => (
          <YearBlock key={year.year} year={year} marked={focused?.local_date ?? null} />
        ))}
        {hovered && <HoverText hovered={hovered} cells={cells} />}
      </div>
      {focused && (
        <p className="coverage-reading" aria-hidden="true">
          {saidOf(focused)}
        </p>
      )}
      <CoverageLegend years={years} />
      <ChartTableView table={table} />
    </figure>
  );
}

function CoverageLegend({ years }: { years: readonly CoverageYear[] }) {
  return (
    <ul className="legend coverage-legend">
      {coverageCounts(years).map(({ kind, days }) => (
        <li key={kind} className="legend-item">
          <svg className="legend-swatch" viewBox={`0 0 ${CELL} ${CELL}`} aria-hidden="true">
            <Square x={0} y={0} kind={kind} beside={false} />
          </svg>
          {coverageText(kind)}: {countOf(days, 'day')}
        </li>
      ))}
    </ul>
  );
}

const saidOf = (cell: CoverageCell): string =>
  `${weekdayDateText(cell.local_date)}: ${coverageLines(cell).join(', ')}`;

interface YearBlockProps {
  year: CoverageYear;
  marked: number | null;
}

const MONTHS = Array.from({ length: 12 }, (_month, month) => monthText(Date.UTC(2023, month, 1)));
const NAMED_DAYS = [1, 5, 10, 15, 20, 25, 31];

const YearBlock = memo(function YearBlock({ year, marked }: YearBlockProps) {
  const inside = year.cells.find((cell) => cell.local_date === marked);
  return (
    <div className="coverage-year">
      <h3 className="ledger-name">{year.year}</h3>
      <svg className="coverage-picture" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {NAMED_DAYS.map((day) => (
          <text key={day} className="coverage-label is-day" x={placeX(day) + CELL / 2} y={TOP - 6}>
            {day}
          </text>
        ))}
        {MONTHS.map((month, index) => (
          <text key={month} className="coverage-label" x={0} y={TOP + index * STEP + CELL - 5}>
            {month}
          </text>
        ))}
        <YearCells cells={year.cells} />
        {inside && (
          <rect className="coverage-mark" {...placeOf(inside.local_date)} width={CELL} height={CELL} rx={3} />
        )}
      </svg>
    </div>
  );
});

const YearCells = memo(function YearCells({ cells }: { cells: readonly CoverageCell[] }) {
  return cells.map((cell) => (
    <g key={cell.local_date} data-date={cell.local_date}>
      <Square {...placeOf(cell.local_date)} kind={cell.kind} beside={cell.hasAsideBeside} />
    </g>
  ));
});

interface SquareProps {
  x: number;
  y: number;
  kind: CoverageKind;
  beside: boolean;
}

/** A square that says its kind by shape as well as by colour. */
function Square({ x, y, kind, beside }: SquareProps) {
  const frame = { x: x + 0.5, y: y + 0.5, width: CELL - 1, height: CELL - 1, rx: 3 };
  const middle = { cx: x + CELL / 2, cy: y + CELL / 2 };
  return (
    <>
      <rect className={`coverage-cell is-${kind}`} {...frame} />
      {kind === 'missing' && <rect {...frame} fill="url(#hatch-missing)" />}
      {kind === 'aside' && <rect {...frame} fill="url(#hatch-nowhere)" />}
      {kind === 'suspect' && <circle className="coverage-doubt" {...middle} r={3.2} />}
      {kind === 'estimated' && <circle className="coverage-ring" {...middle} r={3.6} />}
      {kind === 'partly' && (
        <path className="coverage-part" d={`M${x + 1} ${y + CELL - 1}V${y + 1}H${x + CELL - 1}Z`} />
      )}
      {beside && <path className="coverage-beside" d={`M${x + CELL - 8} ${y + 1}h7v7z`} />}
    </>
  );
}

const placeX = (day: number): number => LEFT + (day - 1) * STEP;

function placeOf(local: number): { x: number; y: number } {
  const date = new Date(local);
  return { x: placeX(date.getUTCDate()), y: TOP + date.getUTCMonth() * STEP };
}

interface Hovered {
  date: number;
  x: number;
  y: number;
  width: number;
}

function dateUnder(target: EventTarget): number | null {
  const date = (target as Element).closest('[data-date]')?.getAttribute('data-date');
  return date === null || date === undefined ? null : Number(date);
}

function hoveredOf(event: PointerEvent): Hovered | null {
  const date = dateUnder(event.target);
  if (date === null) return null;
  const { left, top, width } = event.currentTarget.getBoundingClientRect();
  return { date, x: event.clientX - left, y: event.clientY - top + 14, width };
}

function HoverText({ hovered, cells }: { hovered: Hovered; cells: readonly CoverageCell[] }) {
  const cell = cells.find((each) => each.local_date === hovered.date);
  if (!cell) return null;
  return <Tooltip title={weekdayDateText(cell.local_date)} lines={coverageLines(cell)} {...hovered} />;
}

/** The day that a key leads to, null for other keys. Up and down go a month, N to the next day that is not complete. */
function targetOf(key: string, at: number, cells: readonly CoverageCell[]): number | null {
  const within = (index: number) => Math.min(cells.length - 1, Math.max(0, index));
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: 30,
    ArrowUp: -30,
  };
  const step = steps[key];
  if (step !== undefined)
    return within(Math.abs(step) === 1 ? at + step : monthAway(at, Math.sign(step), cells));
  if (key === 'Home') return within(0);
  if (key === 'End') return within(cells.length - 1);
  if (key !== 'n' && key !== 'N') return null;
  const next = cells.findIndex((cell, index) => index > at && cell.kind !== 'complete');
  return next < 0 ? null : next;
}

function monthAway(at: number, months: number, cells: readonly CoverageCell[]): number {
  const from = cells[at];
  if (!from) return 0;
  const date = new Date(from.local_date);
  const wanted = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate());
  const days = Math.round((wanted - from.local_date) / DAY);
  const found = cells.findIndex((cell) => cell.local_date === wanted);
  return found < 0 ? at + days : found;
}
