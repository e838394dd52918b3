import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutRepeats, world } from '../../e2e/corpus/random-worlds';
import type { World } from '../../e2e/corpus/random-worlds';
import { ledgerFacts } from '../../e2e/native-run/ledger-facts';
import { runFiles } from '../../e2e/native-run/native-run';
import type { NativeRun } from '../../e2e/native-run/native-run';
import { tableDump } from '../../e2e/native-run/table-dump';
import { testFolder } from '../../e2e/native-run/test-folder';
import { MODELS } from './models';

interface Reading {
  series: string;
  utc: number;
  minutes: number;
  local: number;
  offset: number;
  energy: number | null;
  quality: string;
}

const LEDGER_FIGURES = [
  ...['rows_read', 'values_read', 'energy_read', 'rows_shown', 'values_shown', 'energy_shown'],
  ...['rows_set_aside', 'values_set_aside', 'energy_set_aside', 'readings', 'readings_missing'],
];

/** All that is stored, and the readings that come of it. */
const STORED = MODELS.flatMap(({ name, kind }) => (kind === 'table' || name === 'analytical' ? [name] : []));

const folder = testFolder();
/** A counterexample is made smaller for a while only, and a busy machine looks at fewer. */
const LIMITS = { interruptAfterTimeLimit: 150_000 };
/** `PROPERTY_RUNS=20` looks twenty times as long as a run of all tests may. */
const runs = (usual: number): number => usual * Number(process.env['PROPERTY_RUNS'] ?? 1);

/** Opens the files of a world and looks at what became of them. */
async function inRun<T>({ policies, files }: World, look: (run: NativeRun) => Promise<T>): Promise<T> {
  const paths = files.map((rows, index) =>
    folder.writeRows(
      `file-${index}.parquet`,
      rows.map((row) => ({ row })),
      { item: { type: 'DOUBLE' } },
    ),
  );
  const run = await runFiles(paths, policies);
  try {
    return await look(run);
  } finally {
    await run.close();
  }
}

async function unfolded(run: NativeRun) {
  const found = await run.rows<Record<string, unknown>>('analytical');
  return { readings: found.map(toReading).sort(byTime), facts: await ledgerFacts(run) };
}

const unfold = (given: World) => inRun(given, unfolded);

/** The readings and the ledger's lines, without the numbers and names of files, whose order may differ. */
async function counted(run: NativeRun) {
  const { readings } = await unfolded(run);
  const lines = (await run.rows<Record<string, unknown>>('ledger')).map((line) =>
    LEDGER_FIGURES.map((name) => line[name]).join(' '),
  );
  return { readings, lines: lines.sort() };
}

function toReading(found: Record<string, unknown>): Reading {
  return {
    series: String(found['ext_dev_ref']),
    utc: Number(found['timestamp_utc']),
    minutes: Number(found['interval_minutes']),
    local: Number(found['timestamp_local']),
    offset: Number(found['utc_offset_minutes']),
    energy: found['energy'] as number | null,
    quality: String(found['quality']),
  };
}

function byTime(a: Reading, b: Reading): number {
  return a.series.localeCompare(b.series) || a.utc - b.utc;
}

function breaks(readings: readonly Reading[]): Reading[] {
  return readings.filter((reading, index) => {
    const next = readings[index + 1];
    return next?.series === reading.series && next.utc !== reading.utc + reading.minutes * 60_000;
  });
}

describe('whatever files are opened together,', () => {
  it('every real interval appears once, and nothing is lost or invented', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(world, async (given) => {
        const { readings, facts } = await unfold(given);
        expect(breaks(readings)).toEqual([]);
        expect(readings.filter((reading) => reading.local !== reading.utc + reading.offset * 60_000)).toEqual(
          [],
        );
        expect(
          readings.filter((reading) => (reading.energy === null) !== (reading.quality === 'missing')),
        ).toEqual([]);
        const rows = given.files.flat();
        expect(facts.unbalanced).toBe(0);
        expect(facts.rowsRead).toBe(rows.length);
        expect(facts.readings).toBe(readings.length);
        const shown = readings.reduce((sum, reading) => sum + (reading.energy ?? 0), 0);
        const aside = Object.values(facts.setAside).reduce((sum, part) => sum + part.energy, 0);
        const size = rows.flatMap((row) => row.energy_consumption ?? []).reduce<number>(magnitude, 1);
        expect(Math.abs(shown + aside - facts.energyRead) / size).toBeLessThan(1e-9);
      }),
      { numRuns: runs(10), seed: 20_221_030, ...LIMITS },
    );
  });

  it(
    'the order of rows and files means nothing where no date comes twice',
    { timeout: 180_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(world, async ({ policies, files }) => {
          const forwards = withoutRepeats(files);
          const backwards = forwards.toReversed().map((rows) => rows.toReversed());
          expect(await inRun({ policies, files: backwards }, counted)).toEqual(
            await inRun({ policies, files: forwards }, counted),
          );
        }),
        { numRuns: runs(4), seed: 20_220_327, ...LIMITS },
      );
    },
  );

  it('running twice changes nothing, nor a choice that is taken back', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(world, (given) =>
        inRun(given, async (run) => {
          const once = await tableDump(run, STORED);
          await run.add([]);
          expect(await tableDump(run, STORED)).toEqual(once);
          const { convention = 'auto' } = given.policies;
          await run.rerun({ convention: convention === 'utc' ? 'auto' : 'utc' }, ['policy.convention']);
          await run.rerun({ convention }, ['policy.convention']);
          expect(await tableDump(run, STORED)).toEqual(once);
        }),
      ),
      { numRuns: runs(2), seed: 20_221_106, ...LIMITS },
    );
  });
});

function magnitude(sum: number, item: number | null): number {
  return item !== null && Math.abs(item) < 1e15 ? sum + Math.abs(item) : sum;
}
