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
import { otherPart, rowsWithin } from '../../charts/compared-hours';
import type { Overlay } from '../../charts/overlay';
import { resolutionText } from '../../charts/series-text';
import { DAY, dateOf, yearOf } from '../../charts/time-text';
import { windowText } from '../../charts/timeline-window';
import type { TimeWindow } from '../../charts/timeline-window';
import type { DailyRow, SeriesRow } from '../../queries/rows/series';
import { ChartTableView } from '../chart-table';
import { HeatLegend } from '../heat-legend';
import { useWidth } from '../use-width';
import { useParameter } from '../views/use-view';
import { YearChoice } from '../year-choice';
import { CalendarReader } from './calendar-reader';
import { HEAT_DAYS, NO_MARKS } from './calendar-sheets';
import type { MarksOfDay } from './calendar-sheets';
import { perDayText } from './calendar-view';
import { CompareFormChoice, useCompareForm } from './compare-form';
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
  const [ref, width] = useWidth();
  const form = useCompareForm(series, compared.series);
  const { choice, span } = useYearSpan(compared.common);
  if (compared.series.min_resolution_minutes > 1440) {
    return (
      <p className="nothing-here">
        The readings of {compared.label} are {resolutionText(compared.series.min_resolution_minutes)}: there
        are no single days to compare.
      </p>
    );
  }
  const Form = form === 'difference' ? Difference : Beside;
  return (
    <figure ref={ref} className="heat" aria-label="Calendar of days, compared">
      <Form {...props} {...{ width, choice, span }} />
    </figure>
  );
}

/** The chosen year's part of what is compared, in whole dates, and the choice itself. */
function useYearSpan(common: TimeWindow) {
  const [chosen, setChosen] = useParameter('year');
  const first = yearOf(common.from);
  const last = yearOf(common.to - 1);
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const year = years.includes(Number(chosen)) ? Number(chosen) : last;
  const { from, to } = common;
  const span = useMemo(
    () => ({
      from: Math.max(dateOf(from), Date.UTC(year, 0, 1)),
      to: Math.min(dateOf(to - 1) + DAY, Date.UTC(year + 1, 0, 1)),
    }),
    [from, to, year],
  );
  const choice = (
    <YearChoice
      label="Year of the calendar"
      years={years}
      year={year}
      onChoose={(next) => setChosen(String(next))}
    />
  );
  return { choice, span };
}

type FormProps = ComparedCalendarProps & { width: number; choice: React.ReactNode; span: TimeWindow };

function Beside(props: FormProps) {
  const { rows, series, compared, overlay, width, choice, span, onSelect, marksOf } = props;
  const { common, shift, ownLabel, label } = compared;
  const { scale, sides } = useMemo(() => {
    const own = rowsWithin(rows, common);
    const other = rowsWithin(overlay.rows, otherPart(common, shift));
    const scale = calendarScale([...own, ...other]);
    const paint = energyDays(scale);
    const part = otherPart(span, shift);
    return {
      scale,
      sides: [
        { months: calendarSheets(rowsWithin(own, span), paint, span), part: span, name: ownLabel },
        { months: calendarSheets(rowsWithin(other, part), paint, part), part, name: label },
      ],
    };
  }, [rows, overlay, common, shift, span, ownLabel, label]);
  return (
    <>
      <div className="compare-tools">
        <CompareFormChoice own={series} other={compared.series} of="calendar" />
        {choice}
      </div>
      <HeatLegend scale={scale} unit={perDayText(series.unit)} of="day" />
      {width > 0 &&
        sides.map(({ months, part, name }, side) => (
          <Side
            key={side}
            {...{ months, width }}
            title={shift === 0 ? `${name}, ${windowText(part)}` : windowText(part)}
            unit={series.unit}
            onSelect={(days) => onSelect(side === 0 ? days : otherPart(days, -shift))}
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
  const table = useMemo(() => {
    const plain = calendarTable(months, unit);
    return { ...plain, caption: `${title}. ${plain.caption}` };
  }, [months, unit, title]);
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
      <ChartTableView table={table} />
    </div>
  );
}

function Difference(props: FormProps) {
  const { rows, series, compared, overlay, width, choice, span, onSelect, marksOf } = props;
  const { common, shift, ownLabel, label } = compared;
  const days = useMemo(() => compareDays(rows, overlay.rows, common, shift), [rows, overlay, common, shift]);
  const scale = useMemo(() => dayDifferenceScale(days), [days]);
  const months = useMemo(() => differenceMonths(days, scale, span), [days, scale, span]);
  const names = useMemo(() => ({ own: ownLabel, other: label }), [ownLabel, label]);
  const table = useMemo(() => comparedDaysTable(days, series.unit, names), [days, series.unit, names]);
  return (
    <>
      <div className="compare-tools">
        <CompareFormChoice own={series} other={compared.series} of="calendar" />
        {choice}
      </div>
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
      <p className="card-note">{comparedDaysText(days)}</p>
      <ChartTableView table={table} />
    </>
  );
}
