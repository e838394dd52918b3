import { useMemo } from 'react';
import { distribution } from '../charts/distribution';
import { loadDuration } from '../charts/load-duration';
import { hasHours } from '../charts/series-text';
import type { Overlay } from '../charts/overlay';
import { typicalWeek } from '../charts/typical-week';
import type { DistributionRow, LoadDurationRow, SeriesRow, WeekRow } from '../queries/rows/series';
import { Answer } from './answer';
import { Card } from './card';
import { OverlayLegend } from './explore/overlay-legend';
import { OverlayNote } from './explore/overlay-note';
import type { Overlays } from './explore/use-overlay';
import { useSavedSides } from './explore/use-saved-sides';
import { PlotFigure } from './plot-figure';
import type { MeterQuestions } from './use-meter-questions';

const HEIGHT = 280;
const WEEK_HEIGHT = 240;

interface LoadShapeProps {
  series: SeriesRow;
  zone: string;
  questions: MeterQuestions;
  /** ` of 1 Jul 2022 – 31 Jul 2022` while the brush shows a part, else empty. */
  ofPeriod: string;
  overlays: Pick<Overlays, 'loadDuration' | 'typicalWeek' | 'distribution' | 'failed'>;
}

/** How the load spreads: over the week, over time in falling order, and over its own levels. */
export function LoadShape({ series, zone, questions, ofPeriod, overlays }: LoadShapeProps) {
  const savedWeek = useSavedSides(overlays.typicalWeek, ({ weekOfBothSides }) => weekOfBothSides);
  const savedSteps = useSavedSides(overlays.loadDuration, ({ stepsOfBothSides }) => stepsOfBothSides);
  const savedClasses = useSavedSides(overlays.distribution, ({ classesOfBothSides }) => classesOfBothSides);
  return (
    <>
      {hasHours(series.min_resolution_minutes) && (
        <Card title="Typical week" note={`Mean of each hour of the week${ofPeriod}, local time of ${zone}.`}>
          <Answer question={questions.weekOfPeriod} height={WEEK_HEIGHT} saved={savedWeek}>
            {(rows) => (
              <Week rows={rows} unit={series.unit} overlay={overlays.typicalWeek} ofPeriod={ofPeriod} />
            )}
          </Answer>
          <OverlayNote place="Typical week" overlay={overlays.typicalWeek} failed={overlays.failed} />
        </Card>
      )}
      <div className="section-pair">
        <Card title="Load duration" note={`For how much of the time each load is reached${ofPeriod}.`}>
          <Answer question={questions.loadDurationOfPeriod} height={HEIGHT} saved={savedSteps}>
            {(rows) => (
              <Duration rows={rows} unit={series.unit} overlay={overlays.loadDuration} ofPeriod={ofPeriod} />
            )}
          </Answer>
          <OverlayNote place="Load duration" overlay={overlays.loadDuration} failed={overlays.failed} />
        </Card>
        <Card title="Loads by time" note={`How much of the time the load lies in each class${ofPeriod}.`}>
          <Answer question={questions.distributionOfPeriod} height={HEIGHT} saved={savedClasses}>
            {(rows) => (
              <Distribution
                rows={rows}
                unit={series.unit}
                overlay={overlays.distribution}
                ofPeriod={ofPeriod}
              />
            )}
          </Answer>
          <OverlayNote place="Loads by time" overlay={overlays.distribution} failed={overlays.failed} />
        </Card>
      </div>
    </>
  );
}

interface WeekProps {
  rows: readonly WeekRow[];
  unit: string;
  ofPeriod: string;
  overlay: Overlay<WeekRow> | null;
}

function Week({ rows, unit, overlay, ofPeriod }: WeekProps) {
  const spec = useMemo(() => typicalWeek(rows, unit, WEEK_HEIGHT, overlay), [rows, unit, overlay]);
  return (
    <>
      <OverlayLegend overlay={overlay} ofPeriod={ofPeriod} />
      <PlotFigure spec={spec} label="Typical week" />
    </>
  );
}

interface DurationProps {
  rows: readonly LoadDurationRow[];
  unit: string;
  ofPeriod: string;
  overlay: Overlay<LoadDurationRow> | null;
}

function Duration({ rows, unit, overlay, ofPeriod }: DurationProps) {
  const spec = useMemo(() => loadDuration(rows, unit, HEIGHT, overlay), [rows, unit, overlay]);
  return (
    <>
      <OverlayLegend overlay={overlay} ofPeriod={ofPeriod} />
      <PlotFigure spec={spec} label="Load duration curve" />
    </>
  );
}

interface DistributionProps {
  rows: readonly DistributionRow[];
  unit: string;
  ofPeriod: string;
  overlay: Overlay<DistributionRow> | null;
}

function Distribution({ rows, unit, ofPeriod, overlay }: DistributionProps) {
  const spec = useMemo(() => distribution(rows, unit, HEIGHT, overlay), [rows, unit, overlay]);
  return (
    <>
      <OverlayLegend overlay={overlay} ofPeriod={ofPeriod} />
      <PlotFigure spec={spec} label="Loads by time" />
    </>
  );
}
