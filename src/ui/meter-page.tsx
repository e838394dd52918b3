import { useEffect } from 'react';
import { DAY } from '../charts/time-text';
import { windowText } from '../charts/timeline-window';
import { WHOLE_PERIOD } from '../queries/period';
import type { SeriesRow } from '../queries/rows';
import type { Session } from '../session/session';
import type { Dataset } from '../session/session-state';
import { Answer } from './answer';
import { Choices } from './choices';
import { DifficultDays } from './difficult-days';
import { Figures } from './figures';
import { Findings } from './findings';
import { HourPictures } from './hour-pictures';
import { Ledger } from './ledger';
import { LoadShape } from './load-shape';
import { MeterHead } from './meter-head';
import { Timeline, TIMELINE_HEIGHT } from './timeline';
import { usePeriod } from './use-period';
import { useMeterQuestions } from './use-meter-questions';
import type { MeterQuestions } from './use-meter-questions';
import type { Question } from './use-question';
import { useShownWindow } from './views/use-shown-window';

interface MeterPageProps {
  session: Session;
  dataset: Dataset;
  series: SeriesRow;
  busy: boolean;
  /** Told once every picture of the first view has been drawn, with how many could not be. */
  onDrawn: (failedPictures: number) => void;
}

/** Everything about one series, the picture first. */
export function MeterPage({ session, dataset, series, busy, onDrawn }: MeterPageProps) {
  const [window, setWindow] = useShownWindow();
  const { period, isSettled } = usePeriod(window);
  const { questions, isFollowing } = useMeterQuestions(session, dataset.version, series, period);
  const { overview, daily, transitionDays, transitionIntervals } = questions;
  const ofPeriod =
    period === WHOLE_PERIOD ? '' : ` of ${windowText({ from: period.from_date_ms, to: period.to_date_ms })}`;
  useDrawn(questions, onDrawn);

  const showDate = (date: number) => {
    setWindow({ from: date - DAY, to: date + 2 * DAY });
    document.getElementById('time-line')?.scrollIntoView({ behavior: 'smooth', block: 'start' });
  };

  return (
    <div className="sections" data-channel={series.channel} aria-busy={!isSettled || isFollowing}>
      <MeterHead
        dataset={dataset}
        series={series}
        overview={overview.state === 'ready' ? (overview.rows[0] ?? null) : null}
        days={transitionDays.state === 'ready' ? transitionDays.rows : null}
      />
      <Answer question={questions.overviewOfPeriod} height={122}>
        {([row]) => (row ? <Figures overview={row} series={series} ofPeriod={ofPeriod} /> : null)}
      </Answer>
      <div id="time-line">
        <Answer question={daily} height={TIMELINE_HEIGHT + 190}>
          {(rows) => (
            <Timeline
              session={session}
              version={dataset.version}
              series={series}
              zone={dataset.policies.zone}
              rows={rows}
              window={window}
              onWindow={setWindow}
            />
          )}
        </Answer>
      </div>
      <HourPictures series={series} zone={dataset.policies.zone} questions={questions} ofPeriod={ofPeriod} />
      <LoadShape series={series} zone={dataset.policies.zone} questions={questions} ofPeriod={ofPeriod} />
      <DifficultDays
        session={session}
        dataset={dataset}
        series={series}
        busy={busy}
        days={transitionDays}
        intervals={transitionIntervals}
        onShowDate={showDate}
      />
      <Ledger dataset={dataset} />
      <div className="section-pair">
        <Findings dataset={dataset} selected={series} />
        <Choices
          policies={dataset.policies}
          busy={busy}
          onChoose={(change) => void session.choosePolicies(change)}
        />
      </div>
    </div>
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
