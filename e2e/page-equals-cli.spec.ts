import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runEtlCommand } from './command-line';
import { oddFiles } from './corpus/odd-files';
import { writeInto } from './corpus/write-file';
import { columnTypes, metadataOf, tableHash } from './exported-files';
import { expect, test } from './fence';
import { MeterfoldPage } from './pages/meterfold-page';

const SAMPLES = ['sample-year.parquet', 'sample-portfolio.parquet'];

/** Files that between them set aside, split, infer, reorder and refuse to name anything nicely. */
const ODD = [
  'rows-in-random-order',
  'duplicates-conflicting',
  'resolution-changes-in-mid-series',
  'elapsed-23-25',
  'value-in-nonexistent-hour',
  'wrong-lengths',
  'not-finite',
  'list-of-decimal-18-3',
  'hostile-values-together',
];

// One page for all files, one after the other: each open replaces the last.
test.describe.configure({ mode: 'default' });
let meterfold: MeterfoldPage | null = null;

test.beforeEach(async ({ browser }) => {
  meterfold ??= await MeterfoldPage.inNewContext(browser);
});

for (const name of SAMPLES) {
  test(`page and command line agree on ${name}`, async () => {
    const path = fileURLToPath(new URL(`../public/samples/${name}`, import.meta.url));
    await expectAgreement(meterfold!, path, name);
  });
}

for (const name of ODD) {
  test(`page and command line agree on ${name}`, async () => {
    const file = oddFiles.find((each) => each.name === name);
    if (!file) throw new Error(`The corpus has no file ${name}`);
    const path = await writeInto(test.info().outputPath(), file);
    await expectAgreement(meterfold!, path, file.fileName);
  });
}

async function expectAgreement(page: MeterfoldPage, input: string, fileName: string): Promise<void> {
  const [fromPage, fromCommand, report] = ['page.parquet', 'command.parquet', 'report.json'].map((name) =>
    test.info().outputPath(name),
  ) as [string, string, string];
  const command = runEtlCommand([input, '--out', fromCommand, '--report', report]);
  await page.pick(input);
  await page.ready(fileName);
  await page.exportTo(fromPage);
  const run = await command;
  expect(run.stderr).toBe('');
  expect(run.exitCode).toBe(0);

  expect(await tableHash(fromPage)).toEqual(await tableHash(fromCommand));
  const types = await columnTypes(fromPage);
  expect(Object.entries(types)).toEqual(Object.entries(await columnTypes(fromCommand)));
  await expectSameStory(fromPage, fromCommand, report);
}

/** Both files tell the same of themselves, and the report tells the same ledger. */
async function expectSameStory(fromPage: string, fromCommand: string, reportPath: string): Promise<void> {
  const { created_at: pageTime, ...pageStory } = await metadataOf(fromPage);
  const { created_at: commandTime, ...commandStory } = await metadataOf(fromCommand);
  expect(pageStory).toEqual(commandStory);
  expect([pageTime, commandTime]).toEqual([expect.stringMatching(/Z$/), expect.stringMatching(/Z$/)]);

  const report = JSON.parse(readFileSync(reportPath, 'utf8')) as Report;
  expect(report.ledger.by_channel).toEqual(pageStory['ledger']);
  expect(report.ledger.energy_difference).toBe(0);
  expect(report.ledger.set_aside).toEqual(byReason(pageStory['set_aside'] as SetAside[]));
  const [convention] = pageStory['conventions'] as { name: string }[];
  expect(report.convention?.name).toBe(convention?.name);
}

interface SetAside {
  reason: string;
  rows: number;
  values: number;
  energy: string;
}

interface Report {
  ledger: { by_channel: unknown; energy_difference: number; set_aside: unknown };
  convention: { name: string } | null;
}

/** What was set aside, summed over fuels, channels and units as the report has it. */
function byReason(rows: readonly SetAside[]): object[] {
  const sums = new Map<string, { reason: string; rows: number; values: number; energy: number }>();
  for (const { reason, rows: rowCount, values, energy } of rows) {
    const sum = sums.get(reason) ?? { reason, rows: 0, values: 0, energy: 0 };
    sum.rows += rowCount;
    sum.values += values;
    // Thousandths are exact as whole numbers where sums of fractions are not.
    sum.energy = Math.round(sum.energy * 1e6 + Number(energy) * 1e6) / 1e6;
    sums.set(reason, sum);
  }
  return [...sums.values()].sort((one, other) => (one.reason < other.reason ? -1 : 1));
}
