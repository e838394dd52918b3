import { shapedFiles } from './corpus/shaped-files';
import { nem12Text } from './corpus/nem12-file';
import { expect, test } from './fence';
import { MeterfoldPage } from './pages/meterfold-page';

function shaped(name: string): { name: string; bytes: Uint8Array } {
  const file = shapedFiles.find((each) => each.name === name);
  if (!file) throw new Error(`no shaped file ${name}`);
  return { name: file.fileName, bytes: new TextEncoder().encode(file.text) };
}

const text = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) });

test('files of other shapes open by themselves and say what they were found to be', async ({ page }) => {
  const meterfold = new MeterfoldPage(page);
  const sources = page.locator('.sources-panel');
  await meterfold.goto();
  await meterfold.drop([shaped('wide-h1-h24')]);
  await meterfold.ready('wide-h1-h24.csv: 1 meter, 5,544 intervals');
  await page.locator('.sources-summary').click();
  await expect(sources).toContainText('Found: CSV, a column for each slot of the day: 24 columns');

  await meterfold.drop([shaped('long-local-interleaved')]);
  await meterfold.ready('long-local-interleaved.csv: 1 meter, 22,176 intervals');
  await expect(meterfold.meter).toContainText('22,176 of 22,176 intervals');

  await meterfold.drop([text('nem12.csv', nem12Text({ days: 14 }))]);
  // Fourteen market days, two registers, and in Vilnius a day of 23 hours among them: 15 · 96 − 4.
  await meterfold.ready('nem12.csv: 2 meters, 1,436 intervals');
  await expect(meterfold.ledger).toContainText('kWh');
});

test('a file that can be read in two ways is asked about, and leaving the question loses nothing', async ({
  page,
}) => {
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.trySample();
  const lines = Array.from({ length: 48 }, (_, hour) => {
    const date = `0${1 + Math.floor(hour / 24)}/06/2022`;
    return `m-1,${date} ${String(hour % 24).padStart(2, '0')}:00,${hour + 1}`;
  });
  const unsure = text('unsure.csv', ['meter,timestamp,kWh', ...lines].join('\n'));
  await meterfold.drop([unsure]);
  const question = page.getByRole('dialog', { name: /unsure.csv/ });
  await expect(question).toContainText('whether day or month comes first');
  await page.screenshot({ path: test.info().outputPath('question.png') });
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await meterfold.ready('sample-year.parquet: 1 meter, 8,760 intervals');

  await meterfold.drop([unsure]);
  await question.getByLabel('Dates look like').selectOption({ label: '12/31/2022' });
  await question.getByRole('button', { name: 'Read it this way' }).click();
  await meterfold.ready('unsure.csv: 1 meter');
  await expect(meterfold.meter).toContainText('6 Jan 2022');

  await page.locator('.sources-summary').click();
  await page.getByRole('button', { name: 'Change how it is read' }).click();
  await question.getByLabel('Dates look like').selectOption({ label: '31/12/2022' });
  await question.getByRole('button', { name: 'Read it this way' }).click();
  await meterfold.ready('unsure.csv: 1 meter, 48 intervals');
  await expect(meterfold.meter).toContainText('1 Jun 2022');
});
