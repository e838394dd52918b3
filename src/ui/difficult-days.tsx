import { useState, useSyncExternalStore } from 'react';
import { hasHours, resolutionText } from '../charts/series-text';
import { yearOf } from '../charts/time-text';
import type { Policies } from '../domain/policy';
import type { ConventionRow, TransitionDayRow, TransitionIntervalRow } from '../queries/rows/clock-changes';
import type { SeriesRow } from '../queries/rows/series';
import type { Session } from '../session/session';
import type { Dataset } from '../session/session-state';
import { Answer } from './answer';
import { ClockChoice, FileClockChoices } from './clock-choices';
import { ConventionPreview } from './convention-preview';
import { FigureMenu } from './share/figure-menu';
import { TransitionDay } from './transition-day';
import type { Question } from './use-question';
import { YearChoice } from './year-choice';

const HEIGHT = 420;

interface DifficultDaysProps {
  session: Session;
  dataset: Dataset;
  series: SeriesRow;
  busy: boolean;
  days: Question<TransitionDayRow>;
  intervals: Question<TransitionIntervalRow>;
  onShowDate: (localDate: number) => void;
}

/** The days on which the clocks change, one by one: what the file says and what was made of it. */
export function DifficultDays(props: DifficultDaysProps) {
  const { session, dataset, series, busy, days, intervals } = props;
  const preview = useSyncExternalStore(session.subscribe, () => session.getState().preview);
  const mayChoose = days.state === 'ready' && hasHours(series.min_resolution_minutes);
  const choices = {
    dataset,
    tried: preview?.change ?? null,
    busy,
    onTry: (change: Partial<Policies>) => void session.previewPolicies(change),
  };
  return (
    <section className="card" id="difficult-days" aria-label="The difficult days">
      <div className="card-head">
        <div>
          <h2 className="card-title">The difficult days</h2>
          <p className="card-note">
            Where the clocks change, a day has 23 or 25 hours, but a file may still hold 24 values. Above, the
            array as it lies in the file; below, the hours that were real.
          </p>
        </div>
        {mayChoose && <ClockChoice {...choices} />}
        <FigureMenu
          title="The difficult days"
          rowsOf={() => (intervals.state === 'ready' ? intervals.rows : null)}
        />
      </div>
      {mayChoose && <FileClockChoices {...choices} />}
      <div aria-live="polite">
        {preview && <ConventionPreview session={session} preview={preview} busy={busy} />}
      </div>
      <Answer question={days} height={HEIGHT}>
        {(rows) => (
          <Answer question={intervals} height={HEIGHT}>
            {(real) => <DayList {...props} rows={rows} real={real} />}
          </Answer>
        )}
      </Answer>
    </section>
  );
}

interface DayListProps extends DifficultDaysProps {
  rows: TransitionDayRow[];
  real: TransitionIntervalRow[];
}

function DayList({ dataset, series, rows, real, onShowDate }: DayListProps) {
  const years = rows.length > 2 ? [...new Set(rows.map((row) => yearOf(row.local_date)))] : [];
  const [chosen, setChosen] = useState<number | null>(null);
  const year = years.includes(chosen ?? 0) ? chosen : years[0];
  if (!rows.length) {
    return (
      <p className="nothing-here">
        {hasHours(series.min_resolution_minutes)
          ? `No clock change falls into this meter’s period in ${dataset.policies.zone}: every day has 24 hours.`
          : `These readings are ${resolutionText(series.min_resolution_minutes)}: a day may have 23 or 25 hours, but its value stays whole.`}
      </p>
    );
  }
  return (
    <>
      {years.length > 1 && (
        <div className="day-years">
          <YearChoice label="Year of the difficult days" {...{ years, year }} onChoose={setChosen} />
        </div>
      )}
      <div className="days">
        {rows
          .filter((row) => !years.length || yearOf(row.local_date) === year)
          .map((row) => (
            <TransitionDay
              key={row.local_date}
              day={row}
              intervals={real.filter((interval) => interval.local_date === row.local_date)}
              convention={conventionOf(dataset.conventions, row)}
              unit={series.unit}
              onShow={() => onShowDate(row.local_date)}
            />
          ))}
      </div>
    </>
  );
}

/** The judgement on the file that the day's row came from. */
const conventionOf = (
  conventions: readonly ConventionRow[],
  day: TransitionDayRow,
): ConventionRow | undefined =>
  conventions.find((row) => row.source_file === day.source_file) ??
  (conventions.length === 1 ? conventions[0] : undefined);
