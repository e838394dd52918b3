import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { version } from '../../../package.json';
import { dailyTimeline } from '../../charts/daily-timeline';
import { monthlyTotals } from '../../charts/monthly-totals';
import { hasHours } from '../../charts/series-text';
import { dateText } from '../../charts/time-text';
import { windowText } from '../../charts/timeline-window';
import type { TimeWindow } from '../../charts/timeline-window';
import { energyText, isUnitKnown, powerUnitText, shortText, unitText } from '../../domain/number-text';
import { SEASONS, seasonDays, typicalDay } from '../../charts/typical-day';
import type { DailyRow, MonthlyRow, SeriesRow, TypicalDayRow } from '../../queries/rows/series';
import type { Dataset } from '../../session/session-state';
import { Answer } from '../answer';
import { figuresOf } from '../figure-list';
import { Icon } from '../icon';
import { PlotFigure } from '../plot-figure';
import { subjectText } from '../status-text';
import { wholeOf } from '../timeline';
import { useMeterQuestions } from '../use-meter-questions';
import { usePeriod } from '../use-period';
import { useShownWindow } from '../views/use-shown-window';
import type { ReportViewProps } from './report-props';
import { clockSentence, meterLine, qualitySentence } from './report-text';
import './report.css';

/** One meter on one sheet of paper, for a meeting: what it used, when, and how far the readings can be trusted. */
export function ReportView({ session, dataset, series, onClose }: ReportViewProps) {
  const [window] = useShownWindow();
  const { period, isSettled } = usePeriod(window);
  const { questions, isFollowing } = useMeterQuestions(session, dataset.version, series, period, '');
  const { zone } = dataset.policies;
  const days = questions.transitionDays;
  return (
    <div className="view-place report-place" aria-busy={!isSettled || isFollowing}>
      <div className="report-bar">
        <button type="button" className="button button-quiet" onClick={onClose}>
          <Icon name="back" />
          Back to the meter
        </button>
        <button type="button" className="button button-primary" onClick={() => globalThis.print()}>
          <Icon name="print" />
          Print or save as PDF
        </button>
      </div>
      <article className="report" aria-label="Report">
        <ReportHead dataset={dataset} series={series} window={window} />
        <Answer question={questions.overviewOfPeriod} height={96}>
          {([overview]) =>
            overview ? (
              <>
                <dl className="report-figures">
                  {figuresOf(overview, series).map((figure) => (
                    <div key={figure.name}>
                      <dt>{figure.name}</dt>
                      <dd>
                        {figure.value} {figure.known && <small>{figure.unit}</small>}
                      </dd>
                      <dd className="report-note">{figure.note}</dd>
                    </div>
                  ))}
                </dl>
                {!isUnitKnown(series.unit) && (
                  <p className="report-note">Base load and peak are {powerUnitText(series.unit)}.</p>
                )}
              </>
            ) : null
          }
        </Answer>
        <Answer question={questions.daily} height={240}>
          {(rows) => <DaysOf rows={rows} series={series} zone={zone} window={window} />}
        </Answer>
        <div className="report-pair">
          {hasHours(series.min_resolution_minutes) && (
            <Answer question={questions.typicalDayOfPeriod} height={300}>
              {(rows) => <TypicalDayOf rows={rows} unit={series.unit} />}
            </Answer>
          )}
          <Answer question={questions.monthly} height={300}>
            {(rows) => <MonthsOf rows={rows} unit={series.unit} />}
          </Answer>
        </div>
        <section className="report-words">
          <h2>The days on which the clocks changed</h2>
          <Answer question={days} height={40}>
            {(rows) => <p>{clockSentence(rows, series, zone)}</p>}
          </Answer>
          <h2>How far to trust it</h2>
          <Answer question={questions.overviewOfPeriod} height={40}>
            {([overview]) => <p>{overview ? qualitySentence(overview, dataset, series) : 'No readings.'}</p>}
          </Answer>
        </section>
        <footer className="report-foot">
          All times are local, {zone}. From {subjectText(dataset)}. Made with Meterfold {version} on{' '}
          {dateText(todayLocal())}; nothing left this machine.
        </footer>
      </article>
    </div>
  );
}

/** Today on this machine's calendar, as local dates are written. */
function todayLocal(): number {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
}

interface ReportHeadProps {
  dataset: Dataset;
  series: SeriesRow;
  window: TimeWindow | null;
}

function ReportHead({ series, window }: ReportHeadProps) {
  const whole = { from: series.first_date, to: series.last_date + 86_400_000 };
  return (
    <header className="report-head">
      <div>
        <h1>{shortText(series.ext_dev_ref, 60)}</h1>
        <p>
          Client {shortText(series.client_id, 60)}: {meterLine(series)}
        </p>
      </div>
      <p className="report-period">{windowText(window ?? whole)}</p>
    </header>
  );
}

function ReportFigure({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <section className="report-figure">
      <h2>
        {title} <span className="report-note">{note}</span>
      </h2>
      {children}
    </section>
  );
}

interface DaysProps {
  rows: readonly DailyRow[];
  series: SeriesRow;
  zone: string;
  window: TimeWindow | null;
}

function DaysOf({ rows, series, zone, window }: DaysProps) {
  const spec = useMemo(
    () =>
      dailyTimeline({
        rows,
        window: window ?? wholeOf(rows),
        unit: series.unit,
        zone,
        height: 190,
        per: 'day',
      }),
    [rows, series, zone, window],
  );
  return (
    <ReportFigure title="Over time" note={`energy of each day, ${unitText(series.unit)}`}>
      <PlotFigure spec={spec} label="Report: energy over time" />
    </ReportFigure>
  );
}

function TypicalDayOf({ rows, unit }: { rows: readonly TypicalDayRow[]; unit: string }) {
  const specs = useMemo(
    () =>
      SEASONS.filter((season) => rows.some((row) => row.season === season)).map((season) => ({
        season,
        spec: typicalDay(rows, season, unit, 118),
      })),
    [rows, unit],
  );
  return (
    <ReportFigure title="Typical day" note="weekday solid, weekend dashed">
      <div className="report-seasons">
        {specs.map(({ season, spec }) => (
          <div key={season}>
            <h3>
              {season} <span className="report-note">{seasonDays(rows, season)}</span>
            </h3>
            <PlotFigure spec={spec} label={`Report: typical day in ${season}`} />
          </div>
        ))}
      </div>
    </ReportFigure>
  );
}

function MonthsOf({ rows, unit }: { rows: readonly MonthlyRow[]; unit: string }) {
  const spec = useMemo(() => monthlyTotals({ rows, unit, height: 284 }), [rows, unit]);
  const total = rows.reduce((sum, row) => sum + (row.energy ?? 0), 0);
  return (
    <ReportFigure title="Months" note={`in all ${energyText(total, unit)}`}>
      <PlotFigure spec={spec} label="Report: energy of each month" />
    </ReportFigure>
  );
}
