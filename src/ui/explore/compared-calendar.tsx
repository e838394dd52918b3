import { useMemo } from 'react';
import {
  calendarFrame,
  calendarReading,
  calendarScale,
  calendarSheets,
  calendarTable,
  energyDays,
} from '../../charts/calendar';
import type { CalendarMonth } from '../../charts/calendar';
import {
  compareDays,
  comparedDaysTable,
  comparedDaysText,
  dayDifferenceScale,
  differenceDayReading,
  differenceMonths,
} from '../../charts/compared-days';
import { rowsWithin } from '../../charts/compared-hours';
import type { Overlay } from '../../charts/overlay';
import { resolutionText } from '../../charts/series-text';
import { leapDayText, otherPart, ownPart } from '../../charts/time-shift';
import { windowText } from '../../charts/timeline-window';
import type { TimeWindow } from '../../charts/timeline-window';
import type { DailyRow, SeriesRow } from '../../queries/rows/series';
import { ChartTableView } from '../chart-table';
import { HeatLegend } from '../heat-legend';
import { CalendarReader } from './calendar-reader';
import { HEAT_DAYS, NO_MARKS } from './calendar-sheets';
import type { MarksOfDay } from './calendar-sheets';
import { perDayText } from './calendar-view';
import { ComparedFrame, sidesOf, SideTable } from './compared-frame';
import type { ComparedSpace } from './compared-frame';
import type { Compared } from './comparison';
import { DIFFERENCE_DAYS, DifferenceLegend } from './difference-legend';

interface ComparedCalendarProps {
  rows: readonly DailyRow[];
  series: SeriesRow;
  compared: Compared;
  overlay: Overlay<DailyRow>;
  onSelect: (window: TimeWindow) => void;
  marksOf: MarksOfDay;
}

/** The days that two sides have: one calendar under the other on one scale, or their difference. */
export function ComparedCalendar(props: ComparedCalendarProps) {
  const { series, compared } = props;
  if (compared.series.min_resolution_minutes > 1440) {
    return (
      <p className="nothing-here">
        The readings of {compared.label} are {resolutionText(compared.series.min_resolution_minutes)}: there
        are no single days to compare.
      </p>
    );
  }
  return (
    <ComparedFrame
      label="Calendar of days, compared"
      of="calendar"
      {...{ series, compared }}
      beside={(space) => <Beside {...props} {...space} />}
      difference={(space) => <Difference {...props} {...space} />}
    />
  );
}

type FormProps = ComparedCalendarProps & ComparedSpace;

function Beside({ rows, series, compared, overlay, width, span, onSelect, marksOf }: FormProps) {
  const { scale, sides } = useMemo(() => {
    const own = rowsWithin(rows, compared.common);
    const other = rowsWithin(overlay.rows, otherPart(compared.common, compared.shift));
    const scale = calendarScale([...own, ...other]);
    const sides = sidesOf(span, compared).map(({ part, title }, side) => ({
      title,
      months: calendarSheets(rowsWithin(side === 0 ? own : other, part), energyDays(scale), part),
    }));
    return { scale, sides };
  }, [rows, overlay, compared, span]);
  return (
    <>
      <HeatLegend scale={scale} unit={perDayText(series.unit)} of="day" />
      {width > 0 &&
        sides.map(({ months, title }, side) => (
          <Side
            key={side}
            {...{ months, width, title }}
            unit={series.unit}
            onSelect={(days) => onSelect(side === 0 ? days : ownPart(days, compared.shift))}
            marksOf={side === 0 ? marksOf : NO_MARKS}
          />
        ))}
    </>
  );
}

interface SideProps {
  months: readonly CalendarMonth[];
  width: number;
  title: string;
  unit: string;
  onSelect: (window: TimeWindow) => void;
  marksOf: MarksOfDay;
}

function Side({ months, width, title, unit, onSelect, marksOf }: SideProps) {
  const table = useMemo(() => calendarTable(months, unit), [months, unit]);
  return (
    <div className="compared-sheets">
      <p className="compared-title">{title}</p>
      <CalendarReader
        {...{ months, width, onSelect, marksOf }}
        window={null}
        frame={calendarFrame(width)}
        name={title}
        colours={HEAT_DAYS}
        read={(day) => calendarReading(day, unit, marksOf(day.date))}
      />
      <SideTable {...{ table, title }} />
    </div>
  );
}

function Difference({ rows, series, compared, overlay, width, span, onSelect, marksOf }: FormProps) {
  const { common, shift, ownLabel, label } = compared;
  const days = useMemo(() => compareDays(rows, overlay.rows, common, shift), [rows, overlay, common, shift]);
  const scale = useMemo(() => dayDifferenceScale(days), [days]);
  const months = useMemo(() => differenceMonths(days, scale, span), [days, scale, span]);
  const names = useMemo(() => ({ own: ownLabel, other: label }), [ownLabel, label]);
  const table = useMemo(() => comparedDaysTable(days, series.unit, names), [days, series.unit, names]);
  const alone = leapDayText(common, shift);
  return (
    <>
      <DifferenceLegend scale={scale} unit={perDayText(series.unit)} names={names} of="day" />
      {width > 0 && (
        <CalendarReader
          {...{ months, width, onSelect, marksOf }}
          window={null}
          frame={calendarFrame(width)}
          name={windowText(span)}
          colours={DIFFERENCE_DAYS}
          read={(day) => differenceDayReading(day, series.unit, names, marksOf(day.date))}
        />
      )}
      <p className="card-note">
        {comparedDaysText(days)}
        {alone && ` ${alone}`}
      </p>
      <ChartTableView table={table} />
    </>
  );
}
