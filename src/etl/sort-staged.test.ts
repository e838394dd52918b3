import { expect, it } from 'vitest';
import { testEngine } from '../../e2e/native-run/test-engine';
import { mergeStaged, sortStaged } from './sort-staged';
import { beginStaging } from './staging';

/** Two portions and a half of what is sorted at once. */
const SERIES = 500;
const DAYS = 500;
/** Rows that bear no key have no series. */
const KEYLESS = 20;

const { connection } = await testEngine();

/** One value a row, which tells it apart, of every series whose number has this remainder by three. */
const rowsWhere = (sourceId: number, remainders: string, order: string): string => `
  select ${sourceId} as source_id, row as source_row, series, date '2021-01-01' + day::integer, 1440, false, null, null, [row::double], 1, 1, row, row, row, row,
    0, false, true, false, row, 0, row, 0, if(series is null, 'null_key', null), null
  from (
    select series * ${DAYS} + day as row, series, day
    from range(1, ${SERIES + 1}) as s(series), range(${DAYS}) as d(day) where series % 3 in (${remainders})
    union all
    select -1 - range, null, range from range(${KEYLESS})
  ) order by ${order}`;

interface Found {
  rows: number;
  behind: number;
  sum: bigint;
  unlike: number;
}

/** How many rows stand behind one that they belong before, and whether all are there with their own arrays. */
async function found(): Promise<Found> {
  const [answer] = await connection.query<Record<keyof Found, unknown>>(`
    select count(*) as rows, sum(source_row) as sum, count(*) filter (where energy <> [source_row::double]) as unlike,
      count(*) filter (where place_before is not null and (place_before, date_before, source_before) > (place, local_date, source_id)) as behind
    from (
      select *, coalesce(series_id, 2147483647) as place, lag(place) over () as place_before,
        lag(local_date) over () as date_before, lag(source_id) over () as source_before
      from staged_row
    )`);
  const { rows, behind, sum, unlike } = answer!;
  return { rows: Number(rows), behind: Number(behind), sum: BigInt(String(sum)), unlike: Number(unlike) };
}

/** The sum of source_row over all rows of those series and the keyless ones. */
function sumOf(remainders: readonly number[]): bigint {
  let sum = BigInt(-(KEYLESS * (KEYLESS + 1)) / 2);
  for (let series = 1; series <= SERIES; series++)
    if (remainders.includes(series % 3)) sum += BigInt(series * DAYS * DAYS + (DAYS * (DAYS - 1)) / 2);
  return sum;
}

const seriesOf = (remainders: readonly number[]): number =>
  Array.from({ length: SERIES }, (_, at) => at + 1).filter((series) => remainders.includes(series % 3))
    .length;

it('sorts rows of several portions, each once, those without a series last', async () => {
  await beginStaging(connection, false);
  await connection.append('staged_row', rowsWhere(1, '0, 1, 2', 'day desc, series desc nulls first'));
  expect((await found()).behind).toBeGreaterThan(100_000);
  await sortStaged(connection);
  const rows = SERIES * DAYS + KEYLESS;
  expect(await found()).toEqual({ rows, behind: 0, sum: sumOf([0, 1, 2]), unlike: 0 });
});

it('merges rows of several portions with what is open, in portions that get new ones and in those that do not', async () => {
  await beginStaging(connection, false);
  await connection.append('staged_row', rowsWhere(1, '0, 1', 'series, day'));
  await connection.dropTable('stored_row');
  await connection.renameTable('staged_row', 'stored_row');
  await beginStaging(connection, false);
  // Of the first half alone, and of series that the first file has and has not.
  await connection.append(
    'staged_row',
    `select * from (${rowsWhere(2, '1, 2', 'day desc')}) where source_row < ${(SERIES / 2) * DAYS}`,
  );
  const [added] = await connection.query<{ rows: unknown; sum: unknown }>(
    'select count(*) as rows, sum(source_row) as sum from staged_row',
  );
  await mergeStaged(connection);
  expect(await found()).toEqual({
    rows: seriesOf([0, 1]) * DAYS + KEYLESS + Number(added!.rows),
    behind: 0,
    sum: sumOf([0, 1]) + BigInt(String(added!.sum)),
    unlike: 0,
  });
});
