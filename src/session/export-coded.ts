import { MODELS } from '../etl/models';
import exportCodes from '../queries/export_codes.sql?raw';
import exportDay from '../queries/export_day.sql?raw';

/** The qualities in the order of their codes in `export_codes.sql`. */
export const QUALITIES = ['measured', 'split', 'missing', 'suspect', 'estimated'] as const;

/**
 * `export_codes.sql` over the readings of `export_day.sql` alone: the view `reading` as it stands in the
 * models, with its days sorted before they are unfolded.
 */
export const EXPORT_CODED_SQL = `with reading_day as not materialized (
${exportDay}
),
reading as not materialized (
${modelSql('reading')}
)
${exportCodes}`;

function modelSql(name: string): string {
  const model = MODELS.find((candidate) => candidate.name === name);
  if (!model) throw new Error(`no model ${name}`);
  return model.sql;
}
