import type {
  DailyRow,
  HeatmapRow,
  MonthlyRow,
  OverviewRow,
  SeriesRow,
  TransitionDayRow,
  TransitionIntervalRow,
  TypicalDayRow,
} from '../queries/rows';
import dailySql from '../queries/series_daily.sql?raw';
import heatmapSql from '../queries/series_heatmap.sql?raw';
import monthlySql from '../queries/series_monthly.sql?raw';
import overviewSql from '../queries/series_overview.sql?raw';
import typicalDaySql from '../queries/series_typical_day.sql?raw';
import transitionDaysSql from '../queries/transition_days.sql?raw';
import transitionIntervalsSql from '../queries/transition_intervals.sql?raw';
import type { Session } from '../session/session';
import { useQuestion } from './use-question';
import type { Question } from './use-question';

/** Everything the first view of a series asks. */
export interface MeterQuestions {
  overview: Question<OverviewRow>;
  daily: Question<DailyRow>;
  heatmap: Question<HeatmapRow>;
  typicalDay: Question<TypicalDayRow>;
  monthly: Question<MonthlyRow>;
  transitionDays: Question<TransitionDayRow>;
  transitionIntervals: Question<TransitionIntervalRow>;
}

/** Asks them in the order in which the page shows them. */
export function useMeterQuestions(session: Session, version: number, series: SeriesRow): MeterQuestions {
  const parameters = { series_id: series.series_id };
  return {
    overview: useQuestion<OverviewRow>(session, overviewSql, parameters, version),
    daily: useQuestion<DailyRow>(session, dailySql, parameters, version),
    heatmap: useQuestion<HeatmapRow>(session, heatmapSql, parameters, version),
    typicalDay: useQuestion<TypicalDayRow>(session, typicalDaySql, parameters, version),
    monthly: useQuestion<MonthlyRow>(session, monthlySql, parameters, version),
    transitionDays: useQuestion<TransitionDayRow>(session, transitionDaysSql, parameters, version),
    transitionIntervals: useQuestion<TransitionIntervalRow>(
      session,
      transitionIntervalsSql,
      parameters,
      version,
    ),
  };
}
