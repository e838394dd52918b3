import { METER_SQL } from '../queries/meter-sql';
import { WHOLE_PERIOD } from '../queries/period';
import type { Period } from '../queries/period';
import type {
  DailyRow,
  DistributionRow,
  FigurePlacesRow,
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
  figurePlacesOfPeriod: Question<FigurePlacesRow>;
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

/** Asks them, and says whether pictures still show an earlier period while the brush has moved on. */
export function useMeterQuestions(
  session: Session,
  version: number,
  series: SeriesRow,
  period: Readonly<Period>,
  /** Dates that count as weekend days, as `2022-01-01,…`. */
  holidays: string,
): { questions: MeterQuestions; isFollowing: boolean } {
  const all = { series_id: series.series_id, ...WHOLE_PERIOD };
  const part = { series_id: series.series_id, ...period };
  const key = `${version} ${series.series_id}`;
  const isPart = period !== WHOLE_PERIOD;
  const overview = useQuestion<OverviewRow>(session, METER_SQL.overview, all, version);
  const partOverview = useQuestion<OverviewRow>(session, METER_SQL.overview, isPart ? part : null, version);
  const daily = useQuestion<DailyRow>(session, METER_SQL.daily, all, version);
  const heatmap = useQuestion<HeatmapRow>(session, METER_SQL.heatmap, all, version);
  const typicalDay = useQuestion<TypicalDayRow>(
    session,
    METER_SQL.typicalDay,
    { ...part, holidays },
    version,
  );
  const monthly = useQuestion<MonthlyRow>(session, METER_SQL.monthly, all, version);
  const loadDuration = useQuestion<LoadDurationRow>(session, METER_SQL.loadDuration, part, version);
  const distribution = useQuestion<DistributionRow>(session, METER_SQL.distribution, part, version);
  const places = useQuestion<FigurePlacesRow>(session, METER_SQL.figurePlaces, part, version);
  const week = useQuestion<WeekRow>(session, METER_SQL.week, part, version);
  const overviewOfPeriod = isPart ? partOverview : overview;
  const following = [overviewOfPeriod, places, typicalDay, loadDuration, distribution, week];
  const questions: MeterQuestions = {
    overview,
    overviewOfPeriod: useKept(overviewOfPeriod, key),
    figurePlacesOfPeriod: useKept(places, key),
    daily,
    heatmap,
    typicalDayOfPeriod: useKept(typicalDay, key),
    monthly,
    loadDurationOfPeriod: useKept(loadDuration, key),
    distributionOfPeriod: useKept(distribution, key),
    weekOfPeriod: useKept(week, key),
    transitionDays: useQuestion<TransitionDayRow>(session, METER_SQL.transitionDays, all, version),
    transitionIntervals: useQuestion<TransitionIntervalRow>(
      session,
      METER_SQL.transitionIntervals,
      all,
      version,
    ),
  };
  return { questions, isFollowing: following.some((question) => question.state === 'loading') };
}
