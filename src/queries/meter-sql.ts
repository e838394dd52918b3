import dailySql from './series_daily.sql?raw';
import distributionSql from './series_distribution.sql?raw';
import figurePlacesSql from './series_figure_places.sql?raw';
import heatmapSql from './series_heatmap.sql?raw';
import loadDurationSql from './series_load_duration.sql?raw';
import monthlySql from './series_monthly.sql?raw';
import overviewSql from './series_overview.sql?raw';
import typicalDaySql from './series_typical_day.sql?raw';
import weekSql from './series_week.sql?raw';
import transitionDaysSql from './transition_days.sql?raw';
import transitionIntervalsSql from './transition_intervals.sql?raw';

/** What the page asks of one meter for its first view, in the order in which it shows the answers. */
export const METER_SQL = {
  overview: overviewSql,
  figurePlaces: figurePlacesSql,
  daily: dailySql,
  heatmap: heatmapSql,
  typicalDay: typicalDaySql,
  monthly: monthlySql,
  loadDuration: loadDurationSql,
  distribution: distributionSql,
  week: weekSql,
  transitionDays: transitionDaysSql,
  transitionIntervals: transitionIntervalsSql,
} as const;
