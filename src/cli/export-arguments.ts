import { extname } from 'node:path';
import { RESOLUTIONS } from '../session/chosen-columns';
import type { Resolution } from '../session/chosen-columns';
import { EXPORT_FORMATS } from '../session/chosen-sql';
import type { ExportFormat } from '../session/chosen-sql';
import { UsageError } from './usage-error';

/** How coarse the output is, and what kind of file. */
export interface OutputChoice {
  resolution: Resolution;
  format: ExportFormat;
}

/** One row per real interval, as Parquet. */
export const ANALYTICAL_TABLE: OutputChoice = { resolution: 'native', format: 'parquet' };

export const OUTPUT_OPTIONS = {
  resolution: { type: 'string' },
  format: { type: 'string' },
} as const;

export const OUTPUT_USAGE = `  --resolution NAME   ${RESOLUTIONS.join(' | ')}: one row per interval (default), or per local
                      hour, day or month with how much of it is known
  --format NAME       ${EXPORT_FORMATS.join(' | ')} (default: by the ending of --out, else parquet)
`;

/** Endings that name another format than Parquet. */
const BY_ENDING: Readonly<Record<string, ExportFormat>> = {
  '.csv': 'csv',
  '.arrow': 'arrow',
  '.feather': 'arrow',
};

/**
 * What the options and the output's ending say; null for the analytical table.
 * @throws UsageError
 */
export function readOutputChoice(
  { resolution = 'native', format }: { resolution?: string; format?: string },
  out: string,
): OutputChoice | null {
  const chosen = {
    resolution: named('resolution', resolution, RESOLUTIONS),
    format: named('format', format ?? BY_ENDING[extname(out).toLowerCase()] ?? 'parquet', EXPORT_FORMATS),
  };
  const isTable =
    chosen.resolution === ANALYTICAL_TABLE.resolution && chosen.format === ANALYTICAL_TABLE.format;
  return isTable ? null : chosen;
}

function named<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined)
    throw new UsageError(`--${option} takes one of ${allowed.join(', ')}, not “${value}”.`);
  return found;
}
