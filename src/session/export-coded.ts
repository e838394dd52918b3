import exportCodes from '../queries/export_codes.sql?raw';
import exportDay from '../queries/export_day.sql?raw';

/** The qualities in the order of their codes in `export_codes.sql`. */
export const QUALITIES = ['measured', 'split', 'missing', 'suspect', 'estimated'] as const;

/** `export_codes.sql` over the days of `export_day.sql` alone, which are sorted before they are unfolded. */
export const EXPORT_CODED_SQL = `with reading_day as not materialized (
${exportDay}
)
select *
from (
${exportCodes}
) as coded`;
