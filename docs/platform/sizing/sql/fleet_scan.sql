-- What an analyst asks of a whole fleet: energy by client, fuel, channel and local month, with its coverage.
-- Grain: one client × fuel × channel × local month.
select
    client_id,
    fuel,
    channel,
    local_month,
    sum(energy) as energy,
    count(energy) / count(*) as coverage
from read_parquet(getvariable('written_path'))
group by all
