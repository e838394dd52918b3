import { expect, it } from 'vitest';
import type { ConventionChoice, Policies } from '../../src/domain/policy';
import { runFiles } from '../native-run/native-run';
import { testFolder } from '../native-run/test-folder';
import { PORTFOLIO_SQL } from '../../src/queries/portfolio-sql';
import dayDifference from './day_difference.sql?raw';
import { CONVENTION_OF, ENCODINGS } from './encodings';
import type { EncodingName } from './encodings';
import { makeFixture } from './fixture';
import hourDifference from './hour_difference.sql?raw';

const folder = testFolder();
const ZONE = 'Europe/Vilnius';
/** Of so many days one has a value behind its 24 hours, or one too few. */
const EVERY = 60;

/** What else rows have than the values of every hour. */
type Oddity = 'values behind' | 'values missing';

/**
 * Days of which series_day says something else than the readings, and hours of the day of which portfolio_hour does,
 * in a run over rows of this encoding.
 */
async function differences(
  encoding: EncodingName,
  oddity: Oddity | null,
  meaning: Policies['meaning'] = 'interval',
): Promise<unknown[]> {
  const fixture = await makeFixture({
    ...{ encoding, zone: ZONE, minutes: 60, series: 2, seed: 7 },
    ...{ first: '2022-03-01', last: '2022-11-15' },
  });
  const rows = fixture.rows.map((row, index) => {
    const slot = oddity === 'values behind' ? 24 : index % 24;
    const value = oddity === 'values behind' ? 900_000 : null;
    const isChanged = oddity !== null && index % EVERY === 1;
    return {
      row: isChanged ? { ...row, energy_consumption: row.energy_consumption!.with(slot, value) } : row,
    };
  });
  const path = folder.writeRows(`${encoding}-${oddity}.parquet`, rows);
  const convention = CONVENTION_OF[encoding] as ConventionChoice;
  const run = await runFiles([path], { zone: ZONE, convention, meaning });
  try {
    expect(await run.rows('series_day')).not.toEqual([]);
    await run.connection.materialize('table', 'told', PORTFOLIO_SQL.hour);
    expect(await run.rows('told')).toHaveLength(24);
    return [...(await run.connection.query(dayDifference)), ...(await run.connection.query(hourDifference))];
  } finally {
    await run.close();
  }
}

it.each(ENCODINGS)(
  'each day, and each hour of the mean day, is what its readings add up to: %s',
  async (encoding) => {
    expect(await differences(encoding, null)).toEqual([]);
  },
);

it.each(ENCODINGS)('so it is with values missing: %s', async (encoding) => {
  expect(await differences(encoding, 'values missing')).toEqual([]);
});

it.each(['25-chronological', '25-repeat-last'] as const)(
  'so it is with values behind the 24th hour: %s',
  async (encoding) => {
    expect(await differences(encoding, 'values behind')).toEqual([]);
  },
);

it('so it is where the values are counter states', async () => {
  expect(await differences('null-sum', 'values missing', 'register')).toEqual([]);
});
