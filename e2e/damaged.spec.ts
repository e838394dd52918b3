import { damagedFiles, representative } from './corpus/damaged-files';
import { expect, test } from './fence';
import { MeterfoldPage } from './pages/meterfold-page';

const all = process.env['CORPUS'] === 'all';
/** The command line takes sixty in every run; the page, which is slower to ask, a third of them. */
const files = all ? damagedFiles : representative().filter((_, index) => index % 3 === 0);
const MOST_MS = 10_000;

test('every damaged file ends in a sentence or a result, and the page stays usable', async ({ page }) => {
  test.setTimeout(files.length * MOST_MS);
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.trySample();
  const outcomes = new Map<string, number>();
  for (const file of files) {
    const before = await meterfold.status.textContent();
    const start = Date.now();
    await meterfold.pick([{ name: file.fileName, bytes: await file.make() }]);
    const outcome = await settled(meterfold, before);
    expect(Date.now() - start, `${file.name}: ${outcome}`).toBeLessThan(MOST_MS);
    expect(['QUERY_FAILED', 'LEDGER_DIFFERENCE', 'ENGINE_START'], file.name).not.toContain(outcome);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    // What was open is open still; a result takes its place and is put back.
    if (outcome === 'a result') await openSampleAgain(meterfold);
    else await expect(meterfold.status, file.name).toHaveText(before ?? '');
    if (outcome === 'a question') await page.getByRole('button', { name: 'Leave it' }).click();
    else if (outcome !== 'a result') await meterfold.dismissRefusal();
  }
  console.log(JSON.stringify(Object.fromEntries(outcomes)));
  await meterfold.timeline.press('+');
  await expect(meterfold.meter).toContainText('8,760 of 8,760 intervals');
});

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
