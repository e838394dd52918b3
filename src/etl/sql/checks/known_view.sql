-- The views that are there already: their text never changes, so that a run makes only those that are not.
-- Grain: one view.
select view_name
from duckdb_views()
where not internal and database_name = current_database()
