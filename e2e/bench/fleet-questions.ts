import { PORTFOLIO_SQL } from '../../src/queries/portfolio-sql';

/** Daily totals of the fleet, as its view asks for them. */
export const FLEET_TOTALS = PORTFOLIO_SQL.day;
/** Mean load by hour of the day over all readings, as the fleet's view asks for it. */
export const HOUR_PROFILE = PORTFOLIO_SQL.hour;

/** The same two over a table of all readings, and what makes it. */
export const MATERIALISED = {
  make: 'create or replace table bench_reading as select * from reading',
  drop: 'drop table if exists bench_reading',
  totals: `select fuel, channel, unit, (start_utc + to_minutes(utc_offset_minutes))::date as local_date, sum(energy) as energy
    from bench_reading inner join series_named using (series_id) group by all order by all`,
  profile: `select fuel, channel, unit, hour(start_utc + to_minutes(utc_offset_minutes)) as local_hour,
    sum(energy) * 60 / sum(interval_minutes) filter (where energy is not null) as energy_per_hour
    from bench_reading inner join series_named using (series_id) group by all order by all`,
};
