import { METER_SQL } from '../queries/meter-sql';
import { WHOLE_PERIOD } from '../queries/period';
import type { Period } from '../queries/period';
import type { TransitionDayRow, TransitionIntervalRow } from '../queries/rows/clock-changes';
import type {
  DailyRow,
  DistributionRow,
  FigurePlacesRow,
  HeatmapRow,
  LoadDurationRow,
  MonthlyRow,
  OverviewRow,
  SeriesRow,
  TypicalDayRow,
  WeekRow,
} from '../queries/rows/series';
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

/** Asks them, and says which period the answers named `…OfPeriod` are of, while the brush may have moved on. */
export function useMeterQuestions(
  session: Session,
  version: number,
  series: SeriesRow,
  period: Readonly<Period>,
  /** Dates that count as weekend days, as `2022-01-01,…`. */
  holidays: string,
): { questions: MeterQuestions; shownPeriod: Readonly<Period>; isFollowing: boolean } {
  const all = { series_id: series.series_id, ...WHOLE_PERIOD };
  const overview = useQuestion<OverviewRow>(session, METER_SQL.overview, all, version);
  const part = { series_id: series.series_id, ...period };
  const asked = usePeriodQuestions(session, version, part, holidays);
  const following = {
    ...asked,
    overviewOfPeriod: period === WHOLE_PERIOD ? overview : asked.overviewOfPeriod,
  };
  const ofPeriod = useKept(following, period, `${version} ${series.series_id}`);
  const questions: MeterQuestions = {
    overview,
    daily: useQuestion<DailyRow>(session, METER_SQL.daily, all, version),
    heatmap: useQuestion<HeatmapRow>(session, METER_SQL.heatmap, all, version),
    monthly: useQuestion<MonthlyRow>(session, METER_SQL.monthly, all, version),
    ...ofPeriod.questions,
    transitionDays: useQuestion<TransitionDayRow>(session, METER_SQL.transitionDays, all, version),
    transitionIntervals: useQuestion<TransitionIntervalRow>(
      session,
      METER_SQL.transitionIntervals,
      all,
      version,
    ),
  };
  return { questions, shownPeriod: ofPeriod.part, isFollowing: ofPeriod.isFollowing };
}

/** The questions that follow the brush; the overview of everything is asked elsewhere. */
function usePeriodQuestions(
  session: Session,
  version: number,
  part: Readonly<Period> & { series_id: number },
  holidays: string,
) {
  const isPart =
    part.from_date_ms !== WHOLE_PERIOD.from_date_ms || part.to_date_ms !== WHOLE_PERIOD.to_date_ms;
  const withHolidays = { ...part, holidays };
  return {
    overviewOfPeriod: useQuestion<OverviewRow>(session, METER_SQL.overview, isPart ? part : null, version),
    figurePlacesOfPeriod: useQuestion<FigurePlacesRow>(session, METER_SQL.figurePlaces, part, version),
    typicalDayOfPeriod: useQuestion<TypicalDayRow>(session, METER_SQL.typicalDay, withHolidays, version),
    loadDurationOfPeriod: useQuestion<LoadDurationRow>(session, METER_SQL.loadDuration, part, version),
    distributionOfPeriod: useQuestion<DistributionRow>(session, METER_SQL.distribution, part, version),
    weekOfPeriod: useQuestion<WeekRow>(session, METER_SQL.week, part, version),
  };
}
