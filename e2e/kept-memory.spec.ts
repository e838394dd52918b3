import type { CDPSession } from '@playwright/test';
import { MeterfoldPage } from './pages/meterfold-page';
import { expect, test } from './fence';

const ROUNDS = 2;
/** In which React lets go of what it showed, and the browser of what nobody holds. */
const SETTLING_MS = 500;
/** Promises for each file that what React showed last may still hold; a call that leaves a trace leaves 25. */
const FEW = 10;

test('a closed file leaves nothing of itself in the page', async ({ page }) => {
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  const devtools = await page.context().newCDPSession(page);
  const roundOnce = async () => {
    await meterfold.trySample();
    const download = page.waitForEvent('download');
    await meterfold.exportParquetButton.click();
    await (await download).delete();
    await page.getByRole('button', { name: 'Dismiss the saved export' }).click();
    await page.locator('summary', { hasText: 'open file' }).click();
    await page.getByRole('button', { name: 'Close all files' }).click();
    await expect(meterfold.status).toHaveText(/^Nothing is open yet/);
    await page.waitForTimeout(SETTLING_MS);
  };
  // The first files leave what every page has once: its workers, its connections, its views.
  for (let round = 0; round < 2; round++) await roundOnce();
  const before = await counted(devtools);
  for (let round = 0; round < ROUNDS; round++) await roundOnce();
  const after = await counted(devtools);
  expect(after.promises - before.promises).toBeLessThan(ROUNDS * FEW);
  expect(after.buffers).toBeLessThanOrEqual(before.buffers);
});

/** How many objects of some kinds the page keeps, garbage collected. */
async function counted(devtools: CDPSession) {
  const many = async (name: string) => {
    const prototype = await devtools.send('Runtime.evaluate', { expression: `${name}.prototype` });
    const { objects } = await devtools.send('Runtime.queryObjects', {
      prototypeObjectId: prototype.result.objectId ?? '',
    });
    const { result } = await devtools.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: 'function () { return this.length; }',
    });
    await devtools.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' });
    return Number(result.value);
  };
  return {
    promises: await many('Promise'),
    buffers: await many('ArrayBuffer'),
  };
}
