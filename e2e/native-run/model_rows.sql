-- Every row of one table or view, named by the variable `model`.
-- Grain: that of the model.
from query_table(getvariable('model'))
