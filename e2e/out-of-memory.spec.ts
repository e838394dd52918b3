import { watchEngineMemory } from './bench/engine-memory';
import { expect, test } from './fence';
import { MeterfoldPage } from './pages/meterfold-page';
import { SqlPage } from './pages/sql-page';

const MIB = 2 ** 20;

test('a statement that takes all memory is told so; its memory comes back, and what was open as well', async ({
  page,
}) => {
  // A quarter of what the engine would take by itself: to fill the whole takes it half a minute and more.
  const engineBytes = await watchEngineMemory(page, 1024 * MIB);
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.trySample();
  const before = (await engineBytes())!;
  expect(before).toBeLessThan(200 * MIB);
  await page.getByRole('link', { name: 'SQL', exact: true }).click();
  const sql = new SqlPage(page);

  // Three hundred million numbers in one list: more than any engine can have.
  await sql.run('select list(range) from range(300000000)');
  await expect.poll(engineBytes, { intervals: [50], timeout: 20_000 }).toBeGreaterThan(500 * MIB);
  await expect(meterfold.refusal.locator('code')).toHaveText('RESTARTED_FOR_MEMORY', { timeout: 45_000 });
  const card = meterfold.refusal.filter({ has: page.locator('code') });
  await expect(card).toContainText('The statement could not get the memory it needed.');
  await expect(card).toContainText('has been opened again from its files');
  await expect(page.locator('.status-line')).toHaveText(/^sample-year.*ready$/);
  expect((await engineBytes())!).toBeLessThan(1.5 * before);

  // Where it was typed it still stands, with what became of it; the next one is answered.
  await expect(sql.editor).toContainText('range(300000000)');
  await expect(sql.trouble).toContainText('The memory ran out');
  await sql.run('select count(*) as readings, sum(energy) as total from analytical');
  await expect(sql.row(1)).toHaveText('18760876000');

  await card.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByRole('link', { name: 'Explore', exact: true }).click();
  await expect(meterfold.ledger).toContainText('8,760');
  await expect(meterfold.ledger).toContainText('876,000');
});

test('a file that runs out of memory leaves what was open as it was, and a part of it is offered', async ({
  page,
}) => {
  // The small sample needs 69 MB of WebAssembly memory, the portfolio some more.
  const engineBytes = await watchEngineMemory(page, 80 * MIB);
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.trySample();
  await meterfold.pick('public/samples/sample-portfolio.parquet');
  await expect(meterfold.refusal.locator('code')).toHaveText('RESTARTED_FOR_MEMORY', { timeout: 45_000 });
  await expect(meterfold.refusal).toContainText(
    'Opening “sample-portfolio.parquet” could not get the memory',
  );
  await meterfold.ready('sample-year.parquet');
  await expect(meterfold.ledger).toContainText('8,760');
  expect((await engineBytes())!).toBeLessThan(80 * MIB);

  await meterfold.refusal.getByRole('button', { name: 'Choose a period or meters' }).click();
  const dialog = page.getByRole('dialog', { name: /^Open a part of/ });
  await dialog.getByLabel('Of these at most, by name').fill('');
  await expect(dialog).toContainText('Too much');
  await dialog.getByLabel('Of these at most, by name').fill('1');
  await dialog.getByRole('button', { name: 'Open this part' }).click();
  await meterfold.ready('sample-portfolio.parquet');
  await expect(meterfold.refusal).toHaveCount(0);
  await expect(meterfold.ledger).toContainText('Left out, because you opened a part');
});
