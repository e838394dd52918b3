import { basename } from 'node:path';
import { CONVENTIONS, DEFAULT_POLICIES, isClockOffset } from '../domain/policy';
import type { ConventionChoice, Policies } from '../domain/policy';
import { UsageError } from './usage-error';

type FileChoices = Pick<
  Policies,
  'convention' | 'fileConventions' | 'clockOffsetMinutes' | 'fileClockOffsets'
>;

/**
 * What `--convention` and `--clock-offset` say: a bare value holds for every input, `FILE=value` for one.
 * @throws UsageError
 */
export function readFileChoices(
  inputs: readonly string[],
  conventions: readonly string[],
  offsets: readonly string[],
): FileChoices {
  const names = new Set(inputs.map((input) => basename(input)));
  const said = byFile('convention', conventions, names, readConvention);
  const clocks = byFile('clock-offset', offsets, names, readClockOffset);
  return {
    convention: said.all ?? DEFAULT_POLICIES.convention,
    fileConventions: said.single,
    clockOffsetMinutes: clocks.all ?? DEFAULT_POLICIES.clockOffsetMinutes,
    fileClockOffsets: clocks.single,
  };
}

function byFile<T>(
  option: string,
  texts: readonly string[],
  names: ReadonlySet<string>,
  read: (text: string) => T,
): { all: T | null; single: Record<string, T> } {
  let all: T | null = null;
  const single: [string, T][] = [];
  for (const text of texts) {
    // A file's name may hold the sign, what is said of it never does.
    const at = text.lastIndexOf('=');
    if (at < 0) {
      all = read(text);
      continue;
    }
    const name = text.slice(0, at);
    if (!names.has(name)) throw new UsageError(`--${option} names “${name}”, which is no input.`);
    single.push([name, read(text.slice(at + 1))]);
  }
  return { all, single: Object.fromEntries(single) };
}

function readConvention(text: string): ConventionChoice {
  const found = CONVENTIONS.find((candidate) => candidate === text);
  if (found === undefined)
    throw new UsageError(`--convention takes one of ${CONVENTIONS.join(', ')}, not “${text}”.`);
  return found;
}

function readClockOffset(text: string): number {
  const minutes = /^[+-]?\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (!isClockOffset(minutes))
    throw new UsageError(`--clock-offset takes minutes from -720 to 840, not “${text}”.`);
  return minutes;
}
