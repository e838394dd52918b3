import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { ChartTable } from '../../charts/chart-spec';
import { DAY, dateOf, yearOf } from '../../charts/time-text';
import { windowText } from '../../charts/timeline-window';
import type { TimeWindow } from '../../charts/timeline-window';
import { otherPart } from '../../charts/time-shift';
import type { SeriesRow } from '../../queries/rows/series';
import { ChartTableView } from '../chart-table';
import { useWidth } from '../use-width';
import { useParameter } from '../views/use-view';
import { YearChoice } from '../year-choice';
import { CompareFormChoice, useCompareForm } from './compare-form';
import type { Compared } from './comparison';

/** What both forms of a compared picture are drawn in. */
export interface ComparedSpace {
  width: number;
  /** The chosen year's part of what is compared, in whole dates of the meter's own time. */
  span: TimeWindow;
}

interface ComparedFrameProps {
  label: string;
  /** Names the picture, for people who hear the page. */
  of: 'calendar' | 'heat map';
  series: SeriesRow;
  compared: Compared;
  beside: (space: ComparedSpace) => ReactNode;
  difference: (space: ComparedSpace) => ReactNode;
  note?: (width: number) => ReactNode;
}

/** A picture of two sides in the form that is chosen, a year at a time, with both choices above it. */
export function ComparedFrame(props: ComparedFrameProps) {
  const { label, of, series, compared, beside, difference, note } = props;
  const [ref, width] = useWidth();
  const form = useCompareForm(series, compared.series);
  const { years, year, span, choose } = useYearSpan(compared.common);
  const draw = form === 'difference' ? difference : beside;
  return (
    <figure ref={ref} className="heat" aria-label={label}>
      <div className="compare-tools">
        <CompareFormChoice own={series} other={compared.series} of={of} />
        <YearChoice label={`Year of the ${of}`} years={years} year={year} onChoose={choose} />
      </div>
      {draw({ width, span })}
      {note?.(width)}
    </figure>
  );
}

function useYearSpan({ from, to }: TimeWindow) {
  const [chosen, setChosen] = useParameter('year');
  const first = yearOf(from);
  const last = yearOf(to - 1);
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const year = years.includes(Number(chosen)) ? Number(chosen) : last;
  const span = useMemo(
    () => ({
      from: Math.max(dateOf(from), Date.UTC(year, 0, 1)),
      to: Math.min(dateOf(to - 1) + DAY, Date.UTC(year + 1, 0, 1)),
    }),
    [from, to, year],
  );
  return { years, year, span, choose: (next: number) => setChosen(String(next)) };
}

/** One side of a picture that has both: its dates in its own time, and what stands over it. */
export interface ComparedSide {
  part: TimeWindow;
  title: string;
}

/** Both sides of a stretch of dates, the meter's own first. */
export function sidesOf(
  span: TimeWindow,
  { shift, ownLabel, label }: Compared,
): [ComparedSide, ComparedSide] {
  const side = (part: TimeWindow, name: string) => ({
    part,
    title: shift === 0 ? `${name}, ${windowText(part)}` : windowText(part),
  });
  return [side(span, ownLabel), side(otherPart(span, shift), label)];
}

/** The table behind one side's picture, which says whose it is. */
export function SideTable({ table, title }: { table: ChartTable; title: string }) {
  return <ChartTableView table={{ ...table, caption: `${title}. ${table.caption}` }} />;
}
