import { useMemo, useState } from 'react';
import { hasHours } from '../../charts/series-text';
import { countOf } from '../../domain/number-text';
import errorSql from '../../queries/naive_error.sql?raw';
import hoursSql from '../../queries/naive_hours.sql?raw';
import type { NaiveErrorRow, NaiveHourRow } from '../../queries/rows/clock-changes';
import type { SeriesRow } from '../../queries/rows/series';
import type { Session } from '../../session/session';
import { Answer } from '../answer';
import { useQuestion } from '../use-question';
import { BeforeDayView } from './before-day';
import { BeforeErrors } from './before-errors';
import { beforeDays } from './before-layout';
import type { BeforeDay } from './before-layout';
import { DayErrors } from './day-errors';

interface BeforePanelProps {
  session: Session;
  version: number;
  series: SeriesRow;
}

/** A switch between 24 fixed hours a day and the real hours, with the error that the former makes. */
export function BeforePanel({ session, version, series }: BeforePanelProps) {
  const [state, setState] = useState<'closed' | 'before' | 'after'>('closed');
  if (!hasHours(series.min_resolution_minutes)) return null;
  const parameters = state === 'closed' ? null : { series_id: series.series_id };
  return (
    <section className="card" id="before" aria-label="Before and after">
      <div className="card-head">
        <div>
          <h2 className="card-title">What 24 fixed hours a day would do</h2>
          <p className="card-note">
            Many tools take each day as 24 hours and put one after another. The same values of this meter,
            placed that way and placed as they were.
          </p>
        </div>
        <div className="segments" role="group" aria-label="How the days are unfolded">
          <button
            type="button"
            className="segment"
            aria-pressed={state === 'before'}
            onClick={() => setState('before')}
          >
            Before: 24 fixed hours
          </button>
          <button
            type="button"
            className="segment"
            aria-pressed={state === 'after'}
            onClick={() => setState('after')}
          >
            After: the real hours
          </button>
        </div>
      </div>
      {parameters && (
        <BeforeContent {...{ session, version, series, parameters }} isBefore={state === 'before'} />
      )}
    </section>
  );
}

interface ContentProps extends BeforePanelProps {
  parameters: { series_id: number };
  isBefore: boolean;
}

function BeforeContent({ session, version, series, parameters, isBefore }: ContentProps) {
  const errors = useQuestion<NaiveErrorRow>(session, errorSql, parameters, version);
  const hours = useQuestion<NaiveHourRow>(session, hoursSql, parameters, version);
  return (
    <>
      <Answer question={errors} height={120}>
        {([row]) => (row ? <BeforeErrors row={row} series={series} /> : null)}
      </Answer>
      <Answer question={hours} height={240}>
        {(rows) => <Days rows={rows} unit={series.unit} isBefore={isBefore} />}
      </Answer>
    </>
  );
}

function Days({ rows, unit, isBefore }: { rows: readonly NaiveHourRow[]; unit: string; isBefore: boolean }) {
  const days = useMemo(() => beforeDays(rows), [rows]);
  if (!days.length) {
    return (
      <p className="nothing-here">No clock change with values falls into this period: both ways agree.</p>
    );
  }
  const view = (day: BeforeDay) => (
    <BeforeDayView key={day.localDate} day={day} unit={unit} isBefore={isBefore} />
  );
  const latest = days.slice(-FIRST_SHOWN);
  const earlier = days.slice(0, -FIRST_SHOWN).reverse();
  return (
    <>
      <DayErrors days={days} unit={unit} />
      <div className="before-days">{latest.map(view)}</div>
      {earlier.length > 0 && (
        <details className="before-earlier">
          <summary>
            The {countOf(earlier.length, 'earlier day', 'earlier days')} of a clock change, hour by hour
          </summary>
          <div className="before-days">{earlier.map(view)}</div>
        </details>
      )}
    </>
  );
}

/** The latest spring and autumn are open; the others one press away. */
const FIRST_SHOWN = 2;
