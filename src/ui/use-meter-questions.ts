import { METER_SQL } from '../queries/meter-sql';
import { WHOLE_PERIOD } from '../queries/period';
import type { Period } from '../queries/period';
import type {
  DailyRow,
  DistributionRow,
  HeatmapRow,
  LoadDurationRow,
  MonthlyRow,
  OverviewRow,
  SeriesRow,
  TransitionDayRow,
  TransitionIntervalRow,
  TypicalDayRow,
  WeekRow,
} from '../queries/rows';
import type { Session } from '../session/session';
import { useKept } from './use-kept';
import { useQuestion } from './use-question';
import type { Question } from './use-question';

/** Everything the first view of a series asks. Answers named `…OfPeriod` follow the brush. */
export interface MeterQuestions {
  overview: Question<OverviewRow>;
  overviewOfPeriod: Question<OverviewRow>;
  daily: Question<DailyRow>;
  heatmap: Question<HeatmapRow>;
  typicalDayOfPeriod: Question<TypicalDayRow>;
  monthly: Question<MonthlyRow>;
  loadDurationOfPeriod: Question<LoadDurationRow>;
  distributionOfPeriod: Question<DistributionRow>;
  weekOfPeriod: Question<WeekRow>;
  transitionDays: Question<TransitionDayRow>;
  transitionIntervals: Question<TransitionIntervalRow>;
}

/** What a series is asked whatever the brush shows, in the order in which the page shows it. */
export function useMeterQuestions(
  session: Session,
  version: number,
  series: SeriesRow,
  period: Readonly<Period>,
): MeterQuestions {
  const all = { series_id: series.series_id, ...WHOLE_PERIOD };
  const part = { series_id: series.series_id, ...period };
  const key = `${version} ${series.series_id}`;
  const overview = useQuestion<OverviewRow>(session, METER_SQL.overview, all, version);
  const isPart = period !== WHOLE_PERIOD;
  const partOverview = useQuestion<OverviewRow>(session, METER_SQL.overview, isPart ? part : null, version);
  return {
    overview,
    overviewOfPeriod: useKept(isPart ? partOverview : overview, key),
    daily: useQuestion<DailyRow>(session, METER_SQL.daily, all, version),
    heatmap: useQuestion<HeatmapRow>(session, METER_SQL.heatmap, all, version),
    typicalDayOfPeriod: useKept(
      useQuestion<TypicalDayRow>(session, METER_SQL.typicalDay, part, version),
      key,
    ),
    monthly: useQuestion<MonthlyRow>(session, METER_SQL.monthly, all, version),
    loadDurationOfPeriod: useKept(
      useQuestion<LoadDurationRow>(session, METER_SQL.loadDuration, part, version),
      key,
    ),
    distributionOfPeriod: useKept(
      useQuestion<DistributionRow>(session, METER_SQL.distribution, part, version),
      key,
    ),
    weekOfPeriod: useKept(useQuestion<WeekRow>(session, METER_SQL.week, part, version), key),
    transitionDays: useQuestion<TransitionDayRow>(session, METER_SQL.transitionDays, all, version),
    transitionIntervals: useQuestion<TransitionIntervalRow>(
      session,
      METER_SQL.transitionIntervals,
      all,
      version,
    ),
  };
}
