import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { world } from '../corpus/random-worlds';
import { runFiles } from '../native-run/native-run';
import { startPageRun } from '../native-run/page-run';
import type { PageRun } from '../native-run/page-run';
import { testFolder } from '../native-run/test-folder';

/** What a person sees or saves; the tables behind it are the same SQL. */
const SHOWN = ['analytical', 'ledger', 'set_aside', 'finding', 'convention'];

const folder = testFolder();
/** A counterexample is made smaller for a while only, and a busy machine looks at fewer. */
const LIMITS = { interruptAfterTimeLimit: 150_000 };
let page: PageRun;
beforeAll(async () => {
  page = await startPageRun();
}, 120_000);

async function shownBy(run: Pick<PageRun, 'rows'>): Promise<Record<string, string[]>> {
  const shown: Record<string, string[]> = {};
  for (const model of SHOWN) shown[model] = (await run.rows(model)).map((row) => JSON.stringify(row)).sort();
  return shown;
}

it(
  'whatever files are opened, page and command line make the same of them',
  { timeout: 180_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ policies, files }) => {
        const paths = files.map((rows, index) =>
          folder.writeRows(
            `world-${index}.parquet`,
            rows.map((row) => ({ row })),
            { item: { type: 'DOUBLE' } },
          ),
        );
        await page.open(paths, policies);
        const run = await runFiles(paths, policies);
        try {
          expect(await shownBy(page)).toEqual(await shownBy(run));
        } finally {
          await run.close();
        }
      }),
      { numRuns: 3 * Number(process.env['PROPERTY_RUNS'] ?? 1), seed: 20_220_925, ...LIMITS },
    );
  },
);
