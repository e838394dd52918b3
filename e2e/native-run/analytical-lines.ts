import type { ExpectedReading } from '../corpus/corpus-types';
import analyticalLinesQuery from './analytical_lines.sql?raw';
import provenanceLinesQuery from './provenance_lines.sql?raw';
import type { NativeRun } from './native-run';

const FIELD = '\u001f';
const LINE = '\u001e';

/** The analytical table, one text per reading, sorted by series and time. */
export async function analyticalLines(run: NativeRun): Promise<string[]> {
  return lines(run, analyticalLinesQuery);
}

/** Meter, instant, unit, energy, rule and source of every reading, one text each. */
export async function provenanceLines(run: NativeRun): Promise<string[]> {
  return lines(run, provenanceLinesQuery);
}

/** What `analyticalLines` must give for known readings, in their order. */
export function expectedLines(readings: readonly ExpectedReading[]): string[] {
  return readings.map((reading) =>
    [
      reading.client_id,
      reading.ext_dev_ref,
      reading.fuel,
      reading.channel,
      reading.timestamp_utc,
      reading.timestamp_local,
      reading.utc_offset_minutes,
      reading.interval_minutes,
      reading.energy === null ? 'null' : reading.energy.toFixed(9),
      reading.quality,
    ].join(FIELD),
  );
}

/** The first place at which two lists differ; null when they are equal. Kinder than a diff of thousands of lines. */
export function firstDifference(
  found: readonly string[],
  expected: readonly string[],
): { at: number; found: string | undefined; expected: string | undefined } | null {
  for (let at = 0; at < Math.max(found.length, expected.length); at++) {
    if (found[at] !== expected[at])
      return { at, found: readable(found[at]), expected: readable(expected[at]) };
  }
  return null;
}

function readable(line: string | undefined): string | undefined {
  return line?.replaceAll(FIELD, ' | ');
}

async function lines(run: NativeRun, query: string): Promise<string[]> {
  const [row] = await run.connection.query<{ lines: string | null }>(query);
  return row?.lines ? row.lines.split(LINE) : [];
}
