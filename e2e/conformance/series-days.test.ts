import { expect, it } from 'vitest';
import type { ConventionChoice } from '../../src/domain/policy';
import { runFiles } from '../native-run/native-run';
import { testFolder } from '../native-run/test-folder';
import dayDifference from './day_difference.sql?raw';
import { CONVENTION_OF, ENCODINGS } from './encodings';
import type { EncodingName } from './encodings';
import { makeFixture } from './fixture';

const folder = testFolder();
const ZONE = 'Europe/Vilnius';
/** Of so many days one has a value behind its 24 hours. */
const EVERY = 60;

/** Days of which series_day and the readings say something else, in a run over rows of this encoding. */
async function differences(encoding: EncodingName, hasValuesBehind: boolean): Promise<unknown[]> {
  const fixture = await makeFixture({
    ...{ encoding, zone: ZONE, minutes: 60, series: 2, seed: 7 },
    ...{ first: '2022-03-01', last: '2022-11-15' },
  });
  const rows = fixture.rows.map((row, index) => {
    const isChanged = hasValuesBehind && index % EVERY === 1;
    return {
      row: isChanged ? { ...row, energy_consumption: row.energy_consumption!.with(24, 900_000) } : row,
    };
  });
  const path = folder.writeRows(`${encoding}-${hasValuesBehind}.parquet`, rows);
  const run = await runFiles([path], { zone: ZONE, convention: CONVENTION_OF[encoding] as ConventionChoice });
  try {
    expect(await run.rows('series_day')).not.toEqual([]);
    return await run.connection.query(dayDifference);
  } finally {
    await run.close();
  }
}

it.each(ENCODINGS)('each day is what its readings add up to: %s', async (encoding) => {
  expect(await differences(encoding, false)).toEqual([]);
});

it.each(['25-chronological', '25-repeat-last'] as const)(
  'so it is with values behind the 24th hour: %s',
  async (encoding) => {
    expect(await differences(encoding, true)).toEqual([]);
  },
);
