import { useMemo } from 'react';
import { monthlyTotals } from '../charts/monthly-totals';
import { unitText } from '../domain/number-text';
import { hasHours, resolutionText } from '../charts/series-text';
import type { MonthlyRow, SeriesRow } from '../queries/rows';
import { Answer } from './answer';
import { Card } from './card';
import { Heatmap } from './heatmap';
import { PlotFigure } from './plot-figure';
import { SeasonPanels } from './season-panels';
import type { MeterQuestions } from './use-meter-questions';

const HEAT_HEIGHT = 320;
const PAIR_HEIGHT = 360;

interface HourPicturesProps {
  series: SeriesRow;
  zone: string;
  questions: MeterQuestions;
  /** ` of 1 Jul 2022 – 31 Jul 2022` while the brush shows a part, else empty. */
  ofPeriod: string;
}

/** The heat map, the typical days and the months. Readings of a day or longer have no hours to show. */
export function HourPictures({ series, zone, questions, ofPeriod }: HourPicturesProps) {
  const months = (
    <Card
      title="Months"
      note={`Energy of each local month (${unitText(series.unit)}); lighter with a share where intervals are missing.`}
    >
      <Answer question={questions.monthly} height={PAIR_HEIGHT}>
        {(rows) => <Months rows={rows} unit={series.unit} />}
      </Answer>
    </Card>
  );
  if (!hasHours(series.min_resolution_minutes)) {
    return (
      <>
        {months}
        <p className="nothing-here">
          These readings are {resolutionText(series.min_resolution_minutes)}: they say nothing about single
          hours, and none are made up. So there is no heat map and no typical day.
        </p>
      </>
    );
  }
  return (
    <>
      <Card
        title="Every hour"
        note="Each hour of each day by its energy; the days of 23 and 25 hours are marked."
      >
        <Answer question={questions.heatmap} height={HEAT_HEIGHT}>
          {(rows) => <Heatmap rows={rows} series={series} zone={zone} />}
        </Answer>
      </Card>
      <div className="section-pair">
        <Card title="Typical day" note={`Mean of each hour by season${ofPeriod}, local time of ${zone}.`}>
          <Answer question={questions.typicalDayOfPeriod} height={PAIR_HEIGHT}>
            {(rows) => <SeasonPanels rows={rows} unit={series.unit} />}
          </Answer>
        </Card>
        {months}
      </div>
    </>
  );
}

function Months({ rows, unit }: { rows: readonly MonthlyRow[]; unit: string }) {
  const spec = useMemo(() => monthlyTotals({ rows, unit, height: PAIR_HEIGHT - 40 }), [rows, unit]);
  return <PlotFigure spec={spec} label="Energy of each month" />;
}
