import type { Browser } from '@playwright/test';
import { processFigures } from './bench/process-figures';
import { damagedFiles, representative } from './corpus/damaged-files';
import type { DamagedFile } from './corpus/damaged-files';
import { expect, test } from './fence';
import { MeterfoldPage } from './pages/meterfold-page';

const all = process.env['CORPUS'] === 'all';
/** The command line takes sixty in every run; the page, which is slower to ask, a third of them. */
const files = all ? damagedFiles : representative().filter((_, index) => index % 3 === 0);
const MOST_MS = 10_000;
const MOST_BYTES = 1e9;

/** In full they are too many for one test, which `--shard` could not divide. */
const PER_TEST = 30;
const parts = Array.from({ length: Math.ceil(files.length / PER_TEST) }, (_, index) =>
  files.slice(index * PER_TEST, (index + 1) * PER_TEST),
);

for (const [index, part] of parts.entries()) {
  const which = `damaged files ${index * PER_TEST + 1} to ${index * PER_TEST + part.length}`;
  test(`${which} end in a sentence or a result, and the page stays usable`, async ({ page, browser }) => {
    test.setTimeout(part.length * MOST_MS);
    const meterfold = new MeterfoldPage(page);
    await meterfold.goto();
    await meterfold.trySample();
    const outcomes = new Map<string, number>();
    for (const file of part) {
      const outcome = await openDamaged(meterfold, browser, file);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    console.log(JSON.stringify(Object.fromEntries(outcomes)));
    await meterfold.timeline.press('+');
    await expect(meterfold.meter).toContainText('8,760 of 8,760 intervals');
  });
}

/** Opens one file and says what became of it. What was open is open still; a result takes its place and is put back. */
async function openDamaged(meterfold: MeterfoldPage, browser: Browser, file: DamagedFile): Promise<string> {
  const before = await meterfold.status.textContent();
  const bytes = await file.make();
  const { page: held } = await processFigures(browser);
  const start = Date.now();
  await meterfold.pick([{ name: file.fileName, bytes }]);
  const outcome = await settled(meterfold, before);
  const { page: holds } = await processFigures(browser);
  // Other work on the machine stretches the clock, and not the time of the processor.
  const took = Math.min(Date.now() - start, holds.cpu_ms - held.cpu_ms);
  expect(took, `${file.name}: ${outcome}`).toBeLessThan(MOST_MS);
  expect((holds.now ?? 0) - (held.now ?? 0), file.name).toBeLessThan(MOST_BYTES);
  expect(['QUERY_FAILED', 'LEDGER_DIFFERENCE', 'ENGINE_START', 'ENGINE_LOST'], file.name).not.toContain(
    outcome,
  );
  if (outcome === 'a result') await openSampleAgain(meterfold);
  else await expect(meterfold.status, file.name).toHaveText(before ?? '');
  if (outcome === 'a question') await meterfold.page.getByRole('button', { name: 'Leave it' }).click();
  else if (outcome !== 'a result') await meterfold.dismissRefusal();
  return outcome;
}

async function openSampleAgain(meterfold: MeterfoldPage): Promise<void> {
  await meterfold.pick('public/samples/sample-year.parquet');
  await meterfold.ready('sample-year.parquet');
}

/** Waits until a file was refused, asked about or opened, and says which. */
async function settled(meterfold: MeterfoldPage, before: string | null): Promise<string> {
  const question = meterfold.page.getByRole('dialog');
  await expect
    .poll(
      async () =>
        (await meterfold.refusal.count()) > 0 ||
        (await question.count()) > 0 ||
        ((await meterfold.progress.count()) === 0 && (await meterfold.status.textContent()) !== before),
      { timeout: 3 * MOST_MS, intervals: [50, 100, 200] },
    )
    .toBe(true);
  if ((await question.count()) > 0) return 'a question';
  if ((await meterfold.refusal.count()) > 0)
    return (await meterfold.refusal.locator('code').first().textContent()) ?? '';
  return 'a result';
}
