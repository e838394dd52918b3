import { isoDate } from '../../src/cli/samples/vilnius-clock';
import type { MeterRow } from '../corpus/meter-file';
import type { EncodedDay, EncodingName } from './encodings';
import { byRowDate, CONVENTION_OF, encodeDay } from './encodings';
import { fixedIntervals, localIntervals, trueQuarters } from './true-clock';
import { meterHome } from './true-load';

/** One file of the corpus, before it is made. */
export interface FixtureSpec {
  encoding: EncodingName;
  zone: string;
  minutes: number;
  series: number;
  seed: number;
  first: string;
  last: string;
}

/** A file's rows, and by series and row what of the truth they let one know. */
export interface Fixture {
  spec: FixtureSpec;
  rows: MeterRow[];
  days: { meter: string; day: EncodedDay }[];
}

/** Standard offsets of the zones of the corpus, in minutes, written out so that no calendar is asked. */
export const STANDARD_OFFSET: Readonly<Record<string, number>> = {
  'Europe/Vilnius': 120,
  'Europe/Lisbon': 0,
  'Australia/Lord_Howe': 630,
  'America/New_York': -300,
};

/** The zones of the corpus: whole hours, UTC itself in winter, half an hour, west of Greenwich. */
export const ZONES = Object.keys(STANDARD_OFFSET);

/**
 * The names that are right for a file. Usually one; two where two encodings are the same
 * bytes or the array does not tell them apart: which of two passes was kept, UTC where it is
 * the zone's own standard time, a copy where no whole slot is skipped.
 */
export function rightNames({ encoding, zone, minutes }: FixtureSpec): string[] {
  if (encoding === 'first-kept' || encoding === 'second-kept')
    return ['wall-clock-first', 'wall-clock-second'];
  const isSame = STANDARD_OFFSET[zone] === 0 && (encoding === 'utc' || encoding === 'fixed-offset');
  if (isSame) return ['utc', 'fixed-offset'];
  if (encoding === 'gap-copied' && zone === 'Australia/Lord_Howe' && minutes === 60)
    return ['wall-clock-summed'];
  return [CONVENTION_OF[encoding]];
}

/** Makes the rows of a fixture from its seed; the same specification gives the same rows. */
export async function makeFixture(spec: FixtureSpec): Promise<Fixture> {
  const quarters = await quartersOf(spec);
  const offset = fixedOffsetOf(spec);
  const [first, last] = [isoDate(spec.first), isoDate(spec.last)];
  const intervals =
    offset === null
      ? localIntervals(quarters, first, last, spec.minutes)
      : fixedIntervals(quarters, first, last, spec.minutes, offset);
  const days = Array.from({ length: spec.series }, (_, index) => {
    const meter = `meter-${String(index + 1).padStart(2, '0')}`;
    const metered = meterHome(`${spec.seed} ${spec.zone} ${meter}`, intervals);
    return [...byRowDate(metered, offset)].map(([date, ofDay]) => ({
      meter,
      day: encodeDay(spec.encoding, date, ofDay, spec.minutes),
    }));
  }).flat();
  const rows = days.map(({ meter, day }) => ({
    client_id: 'conformance',
    date: day.date,
    ext_dev_ref: meter,
    energy_consumption: day.values,
    resolution: `${spec.minutes}min`,
  }));
  return { spec, rows, days };
}

/** The offset of a clock that never changes; null where days begin at local midnight. */
export function fixedOffsetOf(spec: FixtureSpec): number | null {
  if (spec.encoding === 'utc') return 0;
  return spec.encoding === 'fixed-offset' ? STANDARD_OFFSET[spec.zone]! : null;
}

const made = new Map<string, ReturnType<typeof trueQuarters>>();

function quartersOf({ zone, first, last }: FixtureSpec): ReturnType<typeof trueQuarters> {
  const key = `${zone} ${first} ${last}`;
  const known = made.get(key);
  if (known) return known;
  const asked = trueQuarters(zone, first, last);
  made.set(key, asked);
  return asked;
}
