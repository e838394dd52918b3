import { parseArgs } from 'node:util';
import { CONVENTIONS, DEFAULT_POLICIES, DUPLICATE_POLICIES, NULL_KEY_POLICIES } from '../domain/policy';
import type { Policies } from '../domain/policy';

/** What the command line asks for. */
export interface CliRequest {
  inputs: string[];
  out: string;
  report: string | null;
  policies: Policies;
}

export const USAGE = `Usage: npm run --silent etl -- INPUT... --out OUT.parquet [options]

Unfolds daily meter arrays into one row per real interval.

  --out FILE          the Parquet file to write (required)
  --zone ZONE         IANA time zone of the dates in the input (default ${DEFAULT_POLICIES.zone})
  --report FILE       write ledger, convention and findings as JSON
  --convention NAME   how the files write clock changes:
${conventionLines()}
  --clock-offset MIN  minutes ahead of UTC of the clock of fixed-offset files
                      (default: the zone's standard time)
  --duplicates NAME   ${DUPLICATE_POLICIES.join(' | ')}
  --null-keys NAME    ${NULL_KEY_POLICIES.join(' | ')}
  --unit UNIT         the unit of energy, where the input does not state it
  --help              show this text

Exit status: 0 done, 1 input refused, 2 wrong usage.`;

/** The names, three a line, under each other. */
function conventionLines(): string {
  const lines = CONVENTIONS.flatMap((name, index) =>
    index % 3 === 0 ? [CONVENTIONS.slice(index, index + 3).join(' | ')] : [],
  );
  return lines.map((line) => `                      ${line}`).join('\n');
}

/** A wrong command line; its message is for the person. */
export class UsageError extends Error {}

/**
 * Reads the command line.
 * @returns the request, or null when only help was asked for
 * @throws UsageError
 */
export function readArguments(argv: readonly string[]): CliRequest | null {
  const { values, positionals } = parse(argv);
  if (values.help === true) return null;
  if (positionals.length === 0) throw new UsageError('No input file is named.');
  if (values.out === undefined || values.out === '')
    throw new UsageError('No output file is named: add --out OUT.parquet.');
  return {
    inputs: positionals,
    out: values.out,
    report: values.report ?? null,
    policies: {
      ...DEFAULT_POLICIES,
      zone: values.zone ?? DEFAULT_POLICIES.zone,
      convention: oneOf('convention', values.convention, CONVENTIONS, DEFAULT_POLICIES.convention),
      clockOffsetMinutes: clockOffset(values['clock-offset']),
      duplicates: oneOf('duplicates', values.duplicates, DUPLICATE_POLICIES, DEFAULT_POLICIES.duplicates),
      nullKeys: oneOf('null-keys', values['null-keys'], NULL_KEY_POLICIES, DEFAULT_POLICIES.nullKeys),
      assumedUnit: values.unit ?? DEFAULT_POLICIES.assumedUnit,
    },
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        zone: { type: 'string' },
        report: { type: 'string' },
        convention: { type: 'string' },
        'clock-offset': { type: 'string' },
        duplicates: { type: 'string' },
        'null-keys': { type: 'string' },
        unit: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** Minutes ahead of UTC, between the ends of the world: −12:00 and +14:00. */
function clockOffset(value: string | undefined): number | null {
  if (value === undefined) return null;
  const minutes = /^[+-]?\d{1,4}$/.test(value) ? Number(value) : Number.NaN;
  if (!(minutes >= -720 && minutes <= 840))
    throw new UsageError(`--clock-offset takes minutes from -720 to 840, not “${value}”.`);
  return minutes;
}

function oneOf<T extends string>(
  name: string,
  value: string | undefined,
  allowed: readonly T[],
  fallback: T,
): T {
  if (value === undefined) return fallback;
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined)
    throw new UsageError(`--${name} takes one of ${allowed.join(', ')}, not “${value}”.`);
  return found;
}
