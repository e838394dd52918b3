import { useMemo } from 'react';
import { missingStretches } from '../../charts/daily-timeline';
import { marksByDate } from '../../charts/marks';
import type { Mark } from '../../charts/marks';
import { DAY } from '../../charts/time-text';
import { countOf, countText } from '../../domain/number-text';
import type { Holiday } from '../../domain/holidays';
import type { TransitionDayRow } from '../../queries/rows/clock-changes';
import type { FindingRow } from '../../queries/rows/quality';
import type { DailyRow, SeriesRow } from '../../queries/rows/series';
import { findingSentence } from '../ledger-text';
import { clockSentence } from '../transition-text';

/** A finding spread over more days than this says nothing about any one of them. */
const LONGEST_FINDING = 31 * DAY;

interface MarksInput {
  series: SeriesRow;
  days: readonly TransitionDayRow[];
  daily: readonly DailyRow[];
  findings: readonly FindingRow[];
  /** Where the findings are that are spread over more than a month: a row for each stretch of dates. */
  ranges: readonly FindingRow[];
  holidays: readonly Holiday[];
  /** Clock changes, gaps and findings; holidays have a switch of their own. */
  shown: boolean;
}

export interface Marks {
  all: readonly Mark[];
  /** The lines of a local date. */
  of: (localDate: number) => readonly string[];
}

/** Everything that deserves a sign on a date: clock changes, gaps, findings, holidays. */
export function useMarks({ series, days, daily, findings, ranges, holidays, shown }: MarksInput): Marks {
  return useMemo(() => {
    const all: Mark[] = holidays.map(({ date, name }) => oneDay('holiday', date, name));
    if (shown) {
      all.push(...days.map((day) => oneDay('transition', day.local_date, clockSentence(day))));
      all.push(
        ...missingStretches(daily).map(({ x1, x2, days: count }): Mark => ({
          kind: 'gap',
          from: x1,
          to: x2,
          text: `No data for ${countOf(count, 'day')}`,
        })),
      );
      all.push(...placedFindings(findings, ranges, series.series_id).flatMap(findingMark));
    }
    const dates = marksByDate(all);
    return { all, of: (date) => dates.get(date)?.map((mark) => mark.text) ?? [] };
  }, [series.series_id, days, daily, findings, ranges, holidays, shown]);
}

const oneDay = (kind: Mark['kind'], date: number, text: string): Mark => ({
  kind,
  from: date,
  to: date + DAY,
  text,
});

/** Rules that clock changes and gaps already show. */
const SHOWN_ELSEWHERE = ['wall_clock_summed', 'day_absent'];

/** Whether a finding's first and last date say nothing about any one day, so that its stretches must be asked for. */
export const isSpread = ({ rule, first_date: from, last_date: last }: FindingRow): boolean =>
  from !== null && last !== null && last - from > LONGEST_FINDING && !SHOWN_ELSEWHERE.includes(rule);

/** The findings of a series, those that are spread by their stretches. */
export function placedFindings(
  findings: readonly FindingRow[],
  ranges: readonly FindingRow[],
  seriesId: number,
): FindingRow[] {
  const own = findings.filter((row) => row.series_id === seriesId);
  const spread = new Set(own.filter(isSpread).map(({ rule, severity }) => `${rule} ${severity}`));
  return [
    ...own.filter((row) => !isSpread(row)),
    ...ranges.filter(({ rule, severity }) => spread.has(`${rule} ${severity}`)),
  ];
}

function findingMark(row: FindingRow): Mark[] {
  const { first_date: from, last_date: last } = row;
  if (from === null || last === null || SHOWN_ELSEWHERE.includes(row.rule)) return [];
  if (last - from > LONGEST_FINDING) return [];
  return [{ kind: 'finding', from, to: last + DAY, text: `${countText(row.count)} ${findingSentence(row)}` }];
}
