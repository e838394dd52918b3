-- What a bare cast to an instant means, in seconds since the epoch. Zero where it means UTC.
-- Grain: one row.
select epoch('1970-01-01 00:00:00'::timestamp::timestamptz) as shift
