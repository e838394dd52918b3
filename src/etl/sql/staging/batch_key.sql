-- The texts that tell the rows of the batch in hand apart, and what they mean: text functions run once for
-- each combination and not for each row.
-- Grain: one combination of client, meter, fuel, channel, unit and resolution, as they lie in the file.
-- Where rows bear a code in place of their texts, the code alone says which combination theirs is; the texts are null.
-- series_id is null without client or meter. stated_minutes is null where the resolution cannot be read.
with array_type as (
    select typeof(energy_consumption) as name from source_batch limit 1
),

cleaned as (
    select
        batch_text.* exclude (has_dates, lacks_dates),
        lower(replace(nullif(trim(fuel), ''), ' ', '_')) as clean_fuel,
        lower(nullif(trim(channel), '')) as clean_channel,
        nullif(trim(unit), '') as clean_unit,
        lower(replace(trim(resolution), ' ', '')) as clean_resolution
    from batch_text
)

select
    cleaned.text_code,
    if(cleaned.text_code is null, cleaned.client_id, null) as client_id,
    if(cleaned.text_code is null, cleaned.ext_dev_ref, null) as ext_dev_ref,
    if(cleaned.text_code is null, cleaned.fuel, null) as fuel,
    if(cleaned.text_code is null, cleaned.channel, null) as channel,
    if(cleaned.text_code is null, cleaned.unit, null) as unit,
    if(cleaned.text_code is null, cleaned.resolution, null) as resolution,
    series.series_id,
    case
        when clean_resolution in ('pt1h', '1h', 'hourly', 'hour', 'h', '60m', '60') then 60
        when clean_resolution in ('p1d', '1d', 'daily', 'day', 'd', 'pt24h', '24h', '1440min') then 1440
        when clean_resolution in ('p1m', 'monthly', 'month', '1month', '1mo', 'mo') then 43200
        when regexp_full_match(clean_resolution, '(pt)?[0-9]{1,4}(m|min|mins|minute|minutes)')
            then try_cast(regexp_extract(clean_resolution, '[0-9]+') as integer)
        when regexp_full_match(clean_resolution, '(pt)?[0-9]{1,2}(h|hour|hours)')
            then 60 * try_cast(regexp_extract(clean_resolution, '[0-9]+') as integer)
        when clean_resolution in ('quarterhourly', 'quarter-hourly', 'quarterhour') then 15
        when clean_resolution in ('halfhourly', 'half-hourly', 'halfhour') then 30
    end as stated_minutes,
    regexp_matches(array_type.name, '^U?(TINY|SMALL|BIG)?INT(EGER)?\[') as from_integers
from cleaned
cross join array_type
left join staged_series as series
    on series.client_id = cleaned.client_id
    and series.ext_dev_ref = cleaned.ext_dev_ref
    and series.fuel is not distinct from cleaned.clean_fuel
    and series.channel is not distinct from cleaned.clean_channel
    and series.unit is not distinct from cleaned.clean_unit
