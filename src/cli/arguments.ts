import { parseArgs } from 'node:util';
import {
  CONVENTIONS,
  DEFAULT_POLICIES,
  DUPLICATE_POLICIES,
  ESTIMATE_POLICIES,
  NULL_KEY_POLICIES,
  REGISTER_GAP_POLICIES,
} from '../domain/policy';
import type { Policies } from '../domain/policy';
import { RULE_SETTINGS } from '../domain/rules';
import type { RuleThresholds } from '../domain/rules';
import { CHANNELS, FUELS, MEANINGS } from '../domain/series';
import { OUTPUT_UNITS, POWER_POLICIES } from '../domain/units';
import type { MappingOverride } from '../readers/mapping-override';
import { OUTPUT_OPTIONS, OUTPUT_USAGE, readOutputChoice } from './export-arguments';
import type { OutputChoice } from './export-arguments';
import { readFileChoices } from './file-choice-arguments';
import { MAPPING_OPTIONS, MAPPING_USAGE, readMapping } from './mapping-arguments';
import { readSeriesOption, SERIES_USAGE } from './series-arguments';
import type { SeriesChoice } from './series-arguments';
import { UsageError } from './usage-error';

/** What the command line asks for. */
export interface CliRequest {
  inputs: string[];
  out: string;
  report: string | null;
  /** Absent: one row per interval as Parquet. */
  output?: OutputChoice;
  policies: Policies;
  /** What is said about the inputs' columns; without it they are left to recognition. */
  mapping?: MappingOverride;
  /** What is said about single series, by their meters; it becomes part of the policies once they are known. */
  series?: readonly SeriesChoice[];
}

export const USAGE = `Usage: npm run --silent etl -- INPUT... --out OUT.parquet [options]

Unfolds daily meter arrays into one row per real interval.

  --out FILE          the file to write (required)
${OUTPUT_USAGE}  --zone ZONE         IANA time zone of the dates in the input (default ${DEFAULT_POLICIES.zone})
  --report FILE       write ledger, convention and findings as JSON
  --convention NAME   how the files write clock changes; FILE=NAME says it of one
                      input, by its name without folders (may be repeated):
${conventionLines()}
  --clock-offset MIN  minutes ahead of UTC of the clock of fixed-offset files
                      (default: the zone's standard time); FILE=MIN as above
  --duplicates NAME   ${DUPLICATE_POLICIES.join(' | ')}
  --null-keys NAME    ${NULL_KEY_POLICIES.join(' | ')}
  --fuel NAME         ${FUELS.join(' | ')}, where the input does not state it
  --channel NAME      ${CHANNELS.join(' | ')}, where the input does not state it
  --unit UNIT         the unit of energy, where the input does not state it
  --output-unit UNIT  ${OUTPUT_UNITS.join(' | ')}: what energy is converted to
  --power NAME        ${POWER_POLICIES.join(' | ')}: W, kW and MW are averages over their interval
                      and become energy, or stay as they are
  --calorific NUMBER  kWh in a cubic metre of gas: m³ become energy (never assumed)
  --meaning NAME      ${MEANINGS.join(' | ')}: what values are; register for the
                      states of a counter at the start of their slot
  --register-gaps NAME ${REGISTER_GAP_POLICIES.join(' | ')}: energy between counter states that lie
                      further apart than one interval
  --capacity KW       what the connection carries; more is flagged suspect
  --rule NAME=NUMBER  another threshold for a rule, or NAME=off (may be repeated)
  --estimate NAME     ${ESTIMATE_POLICIES.join(' | ')}: fill missing readings, flagged estimated
${SERIES_USAGE}${MAPPING_USAGE}
  --help              show this text

Exit status: 0 done, 1 input refused, 2 wrong usage.`;

/** The names, three a line, under each other. */
function conventionLines(): string {
  const lines = CONVENTIONS.flatMap((name, index) =>
    index % 3 === 0 ? [CONVENTIONS.slice(index, index + 3).join(' | ')] : [],
  );
  return lines.map((line) => `                      ${line}`).join('\n');
}

export { UsageError } from './usage-error';

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
    ...chosen(readOutputChoice(values, values.out)),
    policies: {
      ...DEFAULT_POLICIES,
      zone: values.zone ?? DEFAULT_POLICIES.zone,
      ...readFileChoices(positionals, values.convention ?? [], values['clock-offset'] ?? []),
      duplicates: oneOf('duplicates', values.duplicates, DUPLICATE_POLICIES, DEFAULT_POLICIES.duplicates),
      nullKeys: oneOf('null-keys', values['null-keys'], NULL_KEY_POLICIES, DEFAULT_POLICIES.nullKeys),
      assumedFuel: oneOf('fuel', values.fuel, FUELS, DEFAULT_POLICIES.assumedFuel),
      assumedChannel: oneOf('channel', values.channel, CHANNELS, DEFAULT_POLICIES.assumedChannel),
      assumedUnit: values.unit ?? DEFAULT_POLICIES.assumedUnit,
      ruleThresholds: thresholds(values.rule ?? [], values.capacity),
      outputUnit: oneOf('output-unit', values['output-unit'], OUTPUT_UNITS, DEFAULT_POLICIES.outputUnit),
      power: oneOf('power', values.power, POWER_POLICIES, DEFAULT_POLICIES.power),
      calorificKwhPerM3: calorific(values.calorific),
      meaning: oneOf('meaning', values.meaning, MEANINGS, DEFAULT_POLICIES.meaning),
      registerGaps: oneOf(
        'register-gaps',
        values['register-gaps'],
        REGISTER_GAP_POLICIES,
        DEFAULT_POLICIES.registerGaps,
      ),
      estimate: oneOf('estimate', values.estimate, ESTIMATE_POLICIES, DEFAULT_POLICIES.estimate),
    },
    ...mapped(readMapping(values)),
    ...(values.series ? { series: values.series.map(readSeriesOption) } : {}),
  };
}

const chosen = (output: OutputChoice | null): Pick<CliRequest, 'output'> => (output ? { output } : {});

const mapped = (mapping: MappingOverride | null): Pick<CliRequest, 'mapping'> => (mapping ? { mapping } : {});

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        zone: { type: 'string' },
        report: { type: 'string' },
        convention: { type: 'string', multiple: true },
        'clock-offset': { type: 'string', multiple: true },
        duplicates: { type: 'string' },
        'null-keys': { type: 'string' },
        fuel: { type: 'string' },
        channel: { type: 'string' },
        unit: { type: 'string' },
        capacity: { type: 'string' },
        rule: { type: 'string', multiple: true },
        estimate: { type: 'string' },
        'output-unit': { type: 'string' },
        power: { type: 'string' },
        calorific: { type: 'string' },
        meaning: { type: 'string' },
        'register-gaps': { type: 'string' },
        series: { type: 'string', multiple: true },
        ...OUTPUT_OPTIONS,
        ...MAPPING_OPTIONS,
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** kWh in a cubic metre; natural gas has some 8 to 12. */
function calorific(value: string | undefined): number | null {
  if (value === undefined) return null;
  const number = Number(value);
  if (!(number > 0 && number < 1000))
    throw new UsageError(`--calorific takes the kWh in a cubic metre, such as 10.55, not “${value}”.`);
  return number;
}

function thresholds(texts: readonly string[], capacity: string | undefined): RuleThresholds {
  const all = capacity === undefined ? texts : [...texts, `over_capacity=${capacity}`];
  const chosen = all.map((text): [string, number | null] => {
    const [name = '', value = ''] = text.split('=');
    if (!RULE_SETTINGS.some(({ rule }) => rule === name))
      throw new UsageError(
        `--rule takes one of ${RULE_SETTINGS.map(({ rule }) => rule).join(', ')}, not “${name}”.`,
      );
    const number = Number(value);
    if (value === 'off') return [name, null];
    if (value === '' || !Number.isFinite(number))
      throw new UsageError(`${name} takes a number, not “${value}”.`);
    return [name, number];
  });
  return Object.fromEntries(chosen);
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
