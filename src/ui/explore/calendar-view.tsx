import { useMemo } from 'react';
import {
  calendarFrame,
  calendarMonths,
  calendarReading,
  calendarScale,
  calendarTable,
} from '../../charts/calendar';
import { yearOf } from '../../charts/time-text';
import type { TimeWindow } from '../../charts/timeline-window';
import { isUnitKnown, unitText } from '../../domain/number-text';
import type { DailyRow } from '../../queries/rows/series';
import { ChartTableView } from '../chart-table';
import { HeatLegend } from '../heat-legend';
import { useWidth } from '../use-width';
import { useParameter } from '../views/use-view';
import { YearChoice } from '../year-choice';
import { CalendarReader } from './calendar-reader';
import { HEAT_DAYS } from './calendar-sheets';
import type { MarksOfDay } from './calendar-sheets';

interface CalendarViewProps {
  rows: readonly DailyRow[];
  unit: string;
  window: TimeWindow | null;
  onSelect: (window: TimeWindow) => void;
  marksOf: MarksOfDay;
}

/** `kWh per day`, also where nobody stated the unit. */
export const perDayText = (unit: string): string =>
  isUnitKnown(unit) ? `${unitText(unit)} per day` : 'per day, unit not stated';

/** The days as a calendar, a year at a time; a day, a stretch of days or a month can be selected. */
export function CalendarView({ rows, unit, window, onSelect, marksOf }: CalendarViewProps) {
  const [ref, width] = useWidth();
  const scale = useMemo(() => calendarScale(rows), [rows]);
  const all = useMemo(() => calendarMonths(rows, scale), [rows, scale]);
  const table = useMemo(() => calendarTable(all, unit), [all, unit]);
  const years = [...new Set(all.map(({ month }) => yearOf(month)))];
  const [chosen, setChosen] = useParameter('year');
  const wanted = window ? yearOf(window.from) : Number(chosen);
  const year = (years.includes(wanted) ? wanted : years.at(-1)) ?? 0;
  const months = useMemo(() => all.filter(({ month }) => yearOf(month) === year), [all, year]);
  return (
    <figure ref={ref} className="heat" aria-label="Calendar of days">
      <div className="heat-tools">
        <HeatLegend scale={scale} unit={perDayText(unit)} of="day" />
        <YearChoice
          label="Year of the calendar"
          years={years}
          year={year}
          onChoose={(next) => setChosen(String(next))}
        />
      </div>
      {width > 0 && (
        <CalendarReader
          {...{ months, width, window, onSelect, marksOf }}
          frame={calendarFrame(width)}
          name={String(year)}
          colours={HEAT_DAYS}
          read={(day) => calendarReading(day, unit, marksOf(day.date))}
        />
      )}
      <ChartTableView table={table} />
    </figure>
  );
}
