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
  await expect(dialog).toContainText('This should fit.');

  await dialog.getByLabel('Of these at most, by name').fill('');
  await expect(dialog).toContainText('Too much');
  await expect(dialog.getByRole('button', { name: 'Open this part' })).toBeDisabled();
  await dialog.getByLabel('Meters or clients called').fill('nobody');
  await expect(dialog).toContainText('No meter is called that.');
  await dialog.getByLabel('Meters or clients called').fill('');
  await dialog.getByLabel('From this local date').fill('2023-03-01');
  await dialog.getByLabel('To this local date, included').fill('2023-04-30');
  await expect(dialog).toContainText('This should fit.');
  await dialog.getByRole('button', { name: 'Open this part' }).click();
  await meterfold.ready('sample-portfolio.parquet');
  await expect(page.getByText('1 Mar 2023').first()).toBeVisible();
  await expect(meterfold.ledger).toContainText('Left out, because you opened a part');
  await expect(meterfold.ledger).toContainText(/rows of [\d,]+ with [\d,]+ values\. Open: every meter/);

  // A text file of single readings: 35 meters, a year of hours each.
  await meterfold.drop([{ name: 'readings.csv', bytes: new TextEncoder().encode(yearOfReadings(35)) }]);
  await meterfold.expectRefusal('TOO_LARGE');
  await meterfold.refusal.getByRole('button', { name: 'Choose a period or meters' }).click();
  await expect(dialog).toContainText('35 meters, 306,600 rows, from 1 Jan 2022 to 31 Dec 2022');
  await dialog.getByLabel('Of these at most, by name').fill('');
  await dialog.getByLabel('Meters or clients called').fill('meter-07, meter-31');
  await dialog.getByLabel('From this local date').fill('2022-03-01');
  await dialog.getByLabel('To this local date, included').fill('2022-03-31');
  await expect(dialog).toContainText(/2 meters of 35, about 1,4\d\d rows/);
  await dialog.getByRole('button', { name: 'Open this part' }).click();
  await meterfold.ready('readings.csv: 2 meters, 1,486 intervals');
  // March has 743 hours, each a row; the others are counted.
  await expect(meterfold.ledger).toContainText(
    '305,114 rows of 306,600 with 305,114 values. Open: 2 chosen meters',
  );
});

/** One row per reading, with the true time of each: the year 2022 of Vilnius. */
function yearOfReadings(meters: number): string {
  const lines = ['client_id,meter,timestamp,value'];
  for (let meter = 1; meter <= meters; meter++) {
    for (let hour = 0; hour < 8760; hour++) {
      const utc = new Date(Date.UTC(2021, 11, 31, 22 + hour)).toISOString();
      lines.push(`client-1,meter-${String(meter).padStart(2, '0')},${utc},${(hour % 24) + meter}`);
    }
  }
  return lines.join('\n');
}
