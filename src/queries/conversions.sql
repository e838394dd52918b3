-- What became of values that are not shown as they lie in their file: units that were converted, counter
-- states that were differenced.
-- Grain: one series and stated interval. factor is what a value was multiplied by, null where none was; of
-- power it holds for an interval of the stated length, and days and months count by their true length.
select
    series.series_id,
    series.client_id,
    series.ext_dev_ref,
    series.fuel,
    series.channel,
    meaning.stated_unit,
    meaning.unit,
    meaning.per_hour,
    meaning.is_register,
    meaning.states_at_end,
    meaning.register_gaps,
    day.resolution_minutes,
    max(case when meaning.numerator is not null then day.factor end) as factor,
    count(*)::double as row_count,
    sum(day.value_count)::double as value_count
from series_meaning as meaning
inner join series_named as series using (series_id)
inner join metered_figure as day using (series_id)
group by all
order by any_value(series.series_rank), day.resolution_minutes
