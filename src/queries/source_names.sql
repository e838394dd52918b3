-- What the codes of source files stand for.
-- Grain: one source file.
select source_id, source_file from source_file order by source_id
