-- How many intervals without energy in a row are still ordinary, by fuel.
-- Grain: one series that has such a limit: never what is exported or produced, and never a meter that
-- also exports or produces, since the sun makes true zeros of 22 % of a home's import.
select
    series_figure.series_id,
    setting.threshold::integer as most_intervals
from series_figure
inner join rule_setting as setting on setting.rule = 'zero_run_' || series_figure.fuel
where series_figure.channel in ('consumption', 'import') and not series_figure.has_own_production
