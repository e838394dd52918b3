import { describe, expect, it } from 'vitest';
import type { MeterRow } from '../../e2e/corpus/meter-file';
import { ledgerFacts } from '../../e2e/native-run/ledger-facts';
import { runFiles } from '../../e2e/native-run/native-run';
import type { NativeRun } from '../../e2e/native-run/native-run';
import { testFolder } from '../../e2e/native-run/test-folder';
import { mulberry32 } from '../cli/samples/random';
import type { Random } from '../cli/samples/random';
import { DUPLICATE_POLICIES } from '../domain/policy';
import type { DuplicatePolicy } from '../domain/policy';

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2022, 4, 1);
const DAYS = 61;
const METERS = ['meter-1', 'meter-2', 'meter-3'];

const folder = testFolder();

/** A row of one of several files, and what the answer worked out here says of it. */
interface Told {
  source: number;
  position: number;
  row: MeterRow;
  status: string;
  /** Another file has the row that counts for its period. */
  isCountedElsewhere: boolean;
}

const draw = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

/** Few arrays that are easily taken for each other: the same values in another order, a null here or there. */
const ARRAYS: readonly (number | null)[][] = [
  Array.from({ length: 24 }, (_, slot) => slot + 1),
  Array.from({ length: 24 }, (_, slot) => 24 - slot),
  Array.from({ length: 24 }, (_, slot) => (slot === 3 ? 13 : slot === 12 ? 4 : slot + 1)),
  [null, ...new Array<number>(23).fill(4)],
  [...new Array<number>(23).fill(4), null],
  new Array<number>(24).fill(0),
  new Array<null>(24).fill(null),
];

/** Files that repeat each other's dates and their own, in any order: three in whole numbers, two in floats. */
function randomFiles(seed: number): MeterRow[][] {
  const random = mulberry32(seed);
  return [0, 1, 2, 3, 4].map((file) => {
    const rows: MeterRow[] = [];
    for (const meter of METERS)
      for (let day = 0; day < DAYS; day++)
        for (let times = Math.floor(random() * 2.2); times > 0; times--)
          rows.push(dayRow(random, meter, day));
    for (let times = file; times > 0; times--) rows.push(monthRow(random));
    // A file in order is told in order, as most are.
    if (file > 1) rows.sort(() => random() - 0.5);
    return rows;
  });
}

function dayRow(random: Random, meter: string, day: number): MeterRow {
  const row = { client_id: 'client-1', ext_dev_ref: meter, date: FIRST_DAY + day * DAY };
  const drawn = random();
  if (drawn < 0.03) return { ...row, resolution: '60min', energy_consumption: [] };
  if (drawn < 0.1) return { ...row, resolution: '15min', energy_consumption: new Array<number>(96).fill(1) };
  // Days of June are told rightly now and then only, so that some months count by their own row.
  const values = meter === 'meter-3' && day > 30 ? null : draw(random, ARRAYS);
  return { ...row, resolution: '60min', energy_consumption: values };
}

function monthRow(random: Random): MeterRow {
  return {
    client_id: 'client-1',
    ext_dev_ref: draw(random, METERS),
    date: FIRST_DAY + Math.floor(random() * DAYS) * DAY,
    resolution: 'P1M',
    energy_consumption: [draw(random, [100, 200, null])],
  };
}

const isMonth = ({ row }: Told): boolean => row.resolution === 'P1M';
const monthOf = ({ row }: Told): string =>
  `${row.ext_dev_ref} ${new Date(row.date!).toISOString().slice(0, 7)}`;
const periodOf = (told: Told): string =>
  isMonth(told) ? monthOf(told) : `${told.row.ext_dev_ref} ${told.row.date}`;
const contentOf = ({ row }: Told): string => JSON.stringify([row.resolution, row.energy_consumption]);

function grouped(list: readonly Told[], keyOf: (told: Told) => string): Told[][] {
  const groups = new Map<string, Told[]>();
  for (const told of list) groups.set(keyOf(told), [...(groups.get(keyOf(told)) ?? []), told]);
  return [...groups.values()];
}

/** What becomes of every row, worked out row by row in the words of docs/etl.md. */
function answer(files: readonly MeterRow[][], policy: DuplicatePolicy): Told[] {
  const all = files.flatMap((rows, file) =>
    rows.map((row, position): Told => ({
      source: file + 1,
      position,
      row,
      status: row.energy_consumption?.length ? 'kept' : 'empty_array',
      isCountedElsewhere: false,
    })),
  );
  const usable = all.filter(({ status }) => status === 'kept');
  const periods = grouped(usable, periodOf);
  for (const period of periods) settle(period, policy);
  for (const month of grouped(
    usable.filter(({ status }) => status === 'kept'),
    monthOf,
  )) {
    const days = month.filter((told) => !isMonth(told));
    if (days.length === 0 || days.length === month.length) continue;
    const date = new Date(month[0]!.row.date!);
    const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    const daysCount = days.length >= 0.9 * length;
    for (const told of month) if (isMonth(told) === daysCount) told.status = 'overlapping_period';
  }
  for (const period of periods) {
    const kept = period.find(({ status }) => status === 'kept');
    for (const told of period)
      told.isCountedElsewhere =
        kept !== undefined && told.status.startsWith('duplicate') && told.source !== kept.source;
  }
  return all;
}

/** @param period the rows of one period, in the order of the files */
function settle(period: readonly Told[], policy: DuplicatePolicy): void {
  const chosen = contentOf(policy === 'last' ? period.at(-1)! : period[0]!);
  const kept = period.find((told) => contentOf(told) === chosen);
  const keepsNone = policy === 'set-aside' && period.some((told) => contentOf(told) !== chosen);
  for (const told of period) {
    if (keepsNone || contentOf(told) !== chosen) told.status = 'duplicate_conflicting';
    else if (told !== kept) told.status = 'duplicate_identical';
  }
}

const sum = (list: readonly Told[], of: (told: Told) => number): number =>
  list.reduce((total, told) => total + of(told), 0);
const valuesOf = ({ row }: Told): number[] =>
  (row.energy_consumption ?? []).filter((value) => value !== null);

/** The answer in the form of the ledger's: rows, values and energy by reason. */
function setAside(told: readonly Told[]) {
  const lost = grouped(
    told.filter(({ status }) => status !== 'kept'),
    ({ status }) => status,
  );
  return Object.fromEntries(
    lost.map((rows) => [
      rows[0]!.status,
      {
        rows: rows.length,
        values: sum(rows, (row) => valuesOf(row).length),
        energy: sum(rows, (row) => valuesOf(row).reduce((total, value) => total + value, 0)),
      },
    ]),
  );
}

async function foundBy(run: NativeRun) {
  const rows = await run.rows<{ source_id: number; source_row: number; row_status: string }>('meter_day');
  const elsewhere = await run.rows<{ source_id: number; source_row: number }>('overlapping_files');
  const findings = await run.rows<{ rule: string; finding_count: number }>('finding');
  return {
    statuses: rows.map((row) => `${row.source_id} ${row.source_row} ${row.row_status}`).sort(),
    elsewhere: elsewhere.map((row) => `${row.source_id} ${row.source_row}`).sort(),
    findings: findings
      .filter(({ rule }) => rule === 'overlapping_files')
      .reduce((total, { finding_count }) => total + Number(finding_count), 0),
    facts: await ledgerFacts(run),
  };
}

function expectAnswer(found: Awaited<ReturnType<typeof foundBy>>, told: readonly Told[]): void {
  const elsewhere = told.filter(({ isCountedElsewhere }) => isCountedElsewhere);
  expect(found.statuses).toEqual(
    told.map(({ source, position, status }) => `${source} ${position} ${status}`).sort(),
  );
  expect(found.elsewhere).toEqual(elsewhere.map(({ source, position }) => `${source} ${position}`).sort());
  expect(found.findings).toBe(elsewhere.length);
  expect(found.facts.setAside).toEqual(setAside(told));
  expect(found.facts.unbalanced).toBe(0);
}

describe('rows that tell their period again and again, in five files', () => {
  it.each([1, 2, 3])('become what an answer worked out row by row says, seed %i', async (seed) => {
    const files = randomFiles(seed);
    const paths = files.map((rows, file) =>
      folder.writeRows(
        `seed-${seed}-${file}.parquet`,
        rows.map((row) => ({ row })),
        file > 2 ? { item: { type: 'DOUBLE' } } : {},
      ),
    );
    const run = await runFiles(paths.slice(0, 3), { duplicates: 'first' }, { threads: 2 });
    expectAnswer(await foundBy(run), answer(files.slice(0, 3), 'first'));
    await run.add(paths.slice(3));
    for (const duplicates of DUPLICATE_POLICIES) {
      await run.rerun({ duplicates }, ['policy.duplicates']);
      const told = answer(files, duplicates);
      expectAnswer(await foundBy(run), told);
      const statuses = new Set(told.map(({ status }) => status));
      expect(statuses, 'every fate but one that the policy rules out').toContain('duplicate_conflicting');
      expect([...statuses]).toEqual(expect.arrayContaining(['kept', 'duplicate_identical', 'empty_array']));
      if (seed === 1) expect(statuses).toContain('overlapping_period');
    }
    await run.close();
  });
});
