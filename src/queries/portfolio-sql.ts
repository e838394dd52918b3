import daySql from './portfolio_day.sql?raw';
import hourSql from './portfolio_hour.sql?raw';

/** What the page asks of many meters together. */
export const PORTFOLIO_SQL = { day: daySql, hour: hourSql } as const;
