-- Example rows of a contract's table, from JSON.
-- Grain: one example row. `shape` names the columns with their types.
select unnest(from_json_strict(getvariable('rows')::json, getvariable('shape')), max_depth := 2)
