import { useContext, useEffect, useMemo } from 'react';
import { DAY } from '../charts/time-text';
import { windowText } from '../charts/timeline-window';
import type { TimeWindow } from '../charts/timeline-window';
import { WHOLE_PERIOD } from '../queries/period';
import type { Period } from '../queries/period';
import rangesSql from '../queries/finding_ranges.sql?raw';
import type { FindingRow } from '../queries/rows/quality';
import type { SeriesRow } from '../queries/rows/series';
import type { Session } from '../session/session';
import type { Dataset } from '../session/session-state';
import { Answer } from './answer';
import { Balance } from './balance';
import { BeforePanel } from './before/before-panel';
import { BusyContext } from './busy-context';
import { Choices } from './choices';
import { DifficultDays } from './difficult-days';
import { CompareControl } from './explore/compare-control';
import { ExploreBar } from './explore/explore-bar';
import { useComparison } from './explore/use-comparison';
import { useHolidays } from './explore/use-holidays';
import { isSpread, useMarks } from './explore/use-marks';
import { useSelection } from './explore/use-selection';
import { Figures } from './figures';
import { Findings } from './findings';
import { HourPictures } from './hour-pictures';
import { Ledger } from './ledger';
import { LoadShape } from './load-shape';
import { MeterHead } from './meter-head';
import { Timeline, TIMELINE_HEIGHT } from './timeline';
import { fetchedPart } from './fetched-part';
import { usePeriod } from './use-period';
import { useMeterQuestions } from './use-meter-questions';
import type { MeterQuestions } from './use-meter-questions';
import { useQuestion } from './use-question';
import type { Question } from './use-question';
import { useParameter } from './views/use-view';

/** Fetched once something is compared: the first view does without. */
const ComparisonFigures = fetchedPart(
  () => import('./explore/comparison-figures').then((module) => module.ComparisonFigures),
  { missed: 'The figures of both sides are not here.' },
);

interface MeterPageProps {
  session: Session;
  dataset: Dataset;
  series: SeriesRow;
  /** Told once every picture of the first view has been drawn, with how many could not be. */
  onDrawn: (failedPictures: number) => void;
}

/** Everything about one series, the picture first. */
export function MeterPage({ session, dataset, series, onDrawn }: MeterPageProps) {
  const explorer = useExplorer(session, dataset, series);
  const { questions, isBusy, window, select, ofPeriod } = explorer;
  const { transitionDays, transitionIntervals } = questions;
  useDrawn(questions, onDrawn);
  const show = (part: TimeWindow) => {
    select(part);
    document.getElementById('time-line')?.scrollIntoView({ behavior: 'smooth', block: 'start' });
  };
  return (
    <div className="sections" data-channel={series.channel} aria-busy={isBusy}>
      <Head {...{ session, dataset, series, questions }} />
      <FiguresOfPeriod series={series} questions={questions} ofPeriod={ofPeriod} onPlace={show} />
      <Explorer {...{ session, dataset, series, explorer }} />
      <HourPictures
        {...{ series, questions, ofPeriod, window }}
        zone={dataset.policies.zone}
        onSelect={select}
        compared={explorer.compared}
        overlays={explorer.overlays}
        marks={explorer.marks}
      />
      <LoadShape
        {...{ series, questions, ofPeriod }}
        zone={dataset.policies.zone}
        overlays={explorer.overlays}
      />
      <BusyContext.Consumer>
        {(busy) => (
          <DifficultDays
            {...{ session, dataset, series, busy }}
            days={transitionDays}
            intervals={transitionIntervals}
            onShowDate={(date) => show({ from: date - DAY, to: date + 2 * DAY })}
          />
        )}
      </BusyContext.Consumer>
      <BeforePanel session={session} version={dataset.version} series={series} />
      <Balance session={session} dataset={dataset} series={series} onShow={show} />
      <Ledger dataset={dataset} />
      <Decisions {...{ session, dataset, series }} />
    </div>
  );
}

type OfSeries = Pick<MeterPageProps, 'session' | 'dataset' | 'series'>;

function Head({ session, dataset, series, questions }: OfSeries & { questions: MeterQuestions }) {
  const { overview, transitionDays } = questions;
  return (
    <MeterHead
      dataset={dataset}
      series={series}
      overview={overview.state === 'ready' ? (overview.rows[0] ?? null) : null}
      days={transitionDays.state === 'ready' ? transitionDays.rows : null}
      busy={useContext(BusyContext)}
      onChoose={(change) => void session.choosePolicies(change)}
    />
  );
}

/** What was noticed, beside what a person can decide about it. */
function Decisions({ session, dataset, series }: OfSeries) {
  return (
    <div className="section-pair is-loose">
      <Findings dataset={dataset} selected={series} />
      <Choices
        series={series}
        policies={dataset.policies}
        busy={useContext(BusyContext)}
        onChoose={(change) => void session.choosePolicies(change)}
      />
    </div>
  );
}

const rowsOf = <R extends object>(question: Question<R>): readonly R[] =>
  question.state === 'ready' ? question.rows : [];

const windowOf = (period: Readonly<Period>): TimeWindow => ({
  from: period.from_date_ms,
  to: period.to_date_ms,
});

/** What the person looks at: the selected part, the comparison, annotations and holidays, and every answer about it. */
function useExplorer(session: Session, dataset: Dataset, series: SeriesRow) {
  const { version, policies, findings } = dataset;
  const holidays = useHolidays(policies.zone, series);
  const [marks, setMarks] = useParameter('marks');
  const marksShown = marks !== 'off';
  const { window, select, setWhole } = useSelection();
  const { period, isSettled } = usePeriod(window);
  const { questions, shownPeriod, isFollowing } = useMeterQuestions(
    session,
    version,
    series,
    period,
    holidays.weekendDates,
  );
  const daily = useMemo(() => rowsOf(questions.daily), [questions.daily]);
  useEffect(() => setWhole(daily), [daily, setWhole]);
  const days = useMemo(() => rowsOf(questions.transitionDays), [questions.transitionDays]);
  const isSomeSpread = findings.some((row) => row.series_id === series.series_id && isSpread(row));
  // Asked once the time line is there, which needs no annotation to be drawn.
  const rangesOf = isSomeSpread && daily.length > 0 ? { series_id: series.series_id } : null;
  const findingRanges = useQuestion<FindingRow>(session, rangesSql, rangesOf, version);
  const ranges = useMemo(() => rowsOf(findingRanges), [findingRanges]);
  const allMarks = useMarks({
    ...{ series, days, daily, findings, ranges },
    holidays: holidays.days,
    shown: marksShown,
  });
  const settled = useMemo(() => (period === WHOLE_PERIOD ? null : windowOf(period)), [period]);
  const comparison = useComparison(session, dataset, series, settled, holidays.weekendDates);
  return {
    questions,
    isBusy: !isSettled || isFollowing,
    window,
    select,
    ofPeriod: shownPeriod === WHOLE_PERIOD ? '' : ` of ${windowText(windowOf(shownPeriod))}`,
    holidays,
    marks: allMarks,
    marksShown,
    setMarksShown: (isShown: boolean) => setMarks(isShown ? null : 'off'),
    ...comparison,
  };
}

interface ExplorerProps {
  session: Session;
  dataset: Dataset;
  series: SeriesRow;
  explorer: ReturnType<typeof useExplorer>;
}

/** The bar that holds for all pictures, the comparison's figures, and the time line. */
function Explorer({ session, dataset, series, explorer }: ExplorerProps) {
  const { window, select, holidays, marks, compared, refused, overlays, compare } = explorer;
  return (
    <>
      <ExploreBar
        window={window}
        onClear={() => select(null)}
        marksShown={explorer.marksShown}
        onMarks={explorer.setMarksShown}
        holidays={holidays}
      >
        <CompareControl series={series} all={dataset.series} onCompare={compare} />
      </ExploreBar>
      {refused && (
        <p className="explore-refused" role="alert">
          {refused}{' '}
          <button type="button" className="button-link" onClick={() => compare(null)}>
            End the comparison
          </button>
        </p>
      )}
      {compared && <ComparisonFigures {...{ series, compared, overlays }} onEnd={() => compare(null)} />}
      <div id="time-line">
        <Answer question={explorer.questions.daily} height={TIMELINE_HEIGHT + 190}>
          {(rows) => (
            <Timeline
              session={session}
              version={dataset.version}
              series={series}
              zone={dataset.policies.zone}
              rows={rows}
              window={window}
              onWindow={select}
              marks={marks.all}
              compared={compared}
              overlay={overlays.daily}
              failed={overlays.failed}
            />
          )}
        </Answer>
      </div>
    </>
  );
}

interface FiguresOfPeriodProps {
  series: SeriesRow;
  questions: MeterQuestions;
  ofPeriod: string;
  onPlace: (window: TimeWindow) => void;
}

function FiguresOfPeriod({ series, questions, ofPeriod, onPlace }: FiguresOfPeriodProps) {
  const [places] = rowsOf(questions.figurePlacesOfPeriod);
  return (
    <Answer question={questions.overviewOfPeriod} height={144}>
      {([row]) =>
        row ? (
          <Figures
            overview={row}
            series={series}
            ofPeriod={ofPeriod}
            places={places ?? null}
            onPlace={onPlace}
          />
        ) : null
      }
    </Answer>
  );
}

/** Reports once every question has been answered or has failed. Runs after the pictures are in the page. */
function useDrawn(questions: MeterQuestions, onDrawn: (failedPictures: number) => void): void {
  const states = Object.values<Question<object>>({ ...questions }).map((question) => question.state);
  const settled = !states.includes('loading');
  const failed = states.filter((state) => state === 'failed').length;
  useEffect(() => {
    if (settled) onDrawn(failed);
  }, [settled, failed, onDrawn]);
}
