import { expect, test } from './fence';
import { MeterfoldPage } from './pages/meterfold-page';

test('of a file that is too large a part can be opened, and what is left out is counted', async ({
  page,
}) => {
  // The portfolio needs some 9 MB of the engine's memory, and a machine of this size would give it 5.
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'deviceMemory', { value: 0.01 });
  });
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.pick('public/samples/sample-portfolio.parquet');
  await meterfold.expectRefusal('TOO_LARGE');
  await expect(meterfold.refusal).toContainText(/About [\d,]+ rows would fit/);
  await meterfold.refusal.getByRole('button', { name: 'Choose a period or meters' }).click();
  const dialog = page.getByRole('dialog', { name: /^Open a part of/ });
  await expect(dialog).toContainText('This fits.');

  await dialog.getByLabel('Of these at most, by name').fill('');
  await expect(dialog).toContainText('Too much');
  await expect(dialog.getByRole('button', { name: 'Open this part' })).toBeDisabled();
  await dialog.getByLabel('Meters or clients called').fill('nobody');
  await expect(dialog).toContainText('No meter is called that.');
  await dialog.getByLabel('Meters or clients called').fill('');
  await dialog.getByLabel('From this local date').fill('2023-03-01');
  await dialog.getByLabel('To this local date, included').fill('2023-04-30');
  await expect(dialog).toContainText('This fits.');
  await dialog.getByRole('button', { name: 'Open this part' }).click();
  await meterfold.ready('sample-portfolio.parquet');
  await expect(page.getByText('1 Mar 2023').first()).toBeVisible();
  await expect(meterfold.ledger).toContainText('Left out, because you opened a part');
  await expect(meterfold.ledger).toContainText(/rows of [\d,]+ with [\d,]+ values\. Open: every meter/);
});
