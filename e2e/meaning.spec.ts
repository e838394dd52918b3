import { countText } from '../src/domain/number-text';
import { counterText, solarHome } from './corpus/solar-home';
import { expect, test } from './fence';
import { layoutTroubles } from './pages/layout-troubles';
import { MeterfoldPage } from './pages/meterfold-page';

test('four channels of one connection are held against each other, and a counter is offered to be differenced', async ({
  page,
}) => {
  const meterfold = new MeterfoldPage(page);
  const balance = page.getByRole('region', { name: 'Balance of the four channels' });
  const home = solarHome();
  await meterfold.goto();
  await meterfold.drop([{ name: 'solar-home.parquet', bytes: home.bytes }]);
  await meterfold.ready('solar-home.parquet');
  const { production, consumption, export: exported, import: imported } = home.sums;
  const terms = [
    ...['production', countText(production), '−', 'consumption', countText(consumption)],
    ...[
      '−',
      'export',
      countText(exported),
      '+',
      'import',
      countText(imported),
      '=',
      'left over',
      '−1,000 Wh',
    ],
  ];
  for (const term of terms) await expect(balance).toContainText(term);
  await expect(balance).toContainText(
    '3 intervals do not fit, by 400 Wh at most; less than 0.1% of what was made and imported is left over',
  );
  await expect(balance).toContainText(
    `${countText(home.compared)} of ${countText(home.hours)} intervals were compared`,
  );
  await page.setViewportSize({ width: 390, height: 844 });
  await balance.scrollIntoViewIfNeeded();
  expect(await page.evaluate(layoutTroubles, 'light' as const)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await balance.getByRole('button', { name: 'Show 31 Mar 2022 14:00' }).click();
  await expect(meterfold.timelineCard).toContainText('30 Mar 2022 – 1 Apr 2022');

  const counter = counterText();
  await meterfold.drop([{ name: 'counter.csv', bytes: new TextEncoder().encode(counter.text) }]);
  await meterfold.ready('counter.csv');
  await expect(balance).toHaveCount(0);
  const offer = meterfold.meter.getByRole('note');
  await expect(offer).toContainText('over 14 rows of the file they go on rising');
  await offer.getByRole('button', { name: 'Take the energy between them' }).click();
  await expect(offer).toHaveCount(0);
  await expect(meterfold.meter).toContainText('counter states, differenced to kWh');
  await expect(meterfold.meter).toContainText(
    `${counter.hours - 2} of ${counter.hours} intervals have a value`,
  );
  await expect(page.getByRole('region', { name: 'Figures' }).first()).toContainText('328.2');
});

test('a file with several columns of readings opens as series of their own, by itself or as a person says', async ({
  page,
}) => {
  const meterfold = new MeterfoldPage(page);
  const found = page.locator('.sources-panel');
  const question = page.getByRole('dialog', { name: /tariffs.csv/ });
  const text = (names: string) =>
    [
      `meter,timestamp,${names}`,
      ...Array.from({ length: 48 }, (_, hour) => {
        const time = new Date(Date.UTC(2022, 5, 1, hour)).toISOString();
        return `home,${time},${hour % 5},${hour % 3},1`;
      }),
    ].join('\n');
  const file = (name: string, names: string) => ({ name, bytes: new TextEncoder().encode(text(names)) });
  // Two days of UTC lie in three of Vilnius.
  await meterfold.goto();
  await meterfold.drop([file('grid.csv', 'import_kwh,export_kwh,gas_m3')]);
  await meterfold.ready('grid.csv');
  await page.locator('.sources-summary').click();
  await expect(found).toContainText(
    '3 columns of readings: import_kwh as import in kWh, export_kwh as export in kWh, gas_m3 as gas in m³',
  );
  await page.keyboard.press('Escape');
  await expect(meterfold.ledger).toContainText('electricity import (kWh)');
  await expect(meterfold.ledger).toContainText('gas consumption (m³)');

  await meterfold.drop([file('tariffs.csv', 'import_t1_kwh,import_t2_kwh,price_eur')]);
  await expect(question).toContainText('which of its columns has the readings');
  await question.getByRole('button', { name: 'There are more columns of readings' }).click();
  const second = question.getByRole('group', { name: 'Readings 2' });
  await expect(second.getByLabel('Channel')).toHaveValue('import');
  await expect(second.getByLabel('Unit')).toHaveValue('kWh');
  await question.getByRole('button', { name: 'Read it this way' }).click();
  await meterfold.ready('tariffs.csv: 2 meters, 144 intervals');

  // What was said of one file holds for the next with the same columns.
  const next = 'price_eur,import_t2_kwh,import_t1_kwh';
  await meterfold.drop([
    file('tariffs.csv', 'import_t1_kwh,import_t2_kwh,price_eur'),
    file('july.csv', next),
  ]);
  await meterfold.ready('2 files: 2 meters');
  await expect(question).toHaveCount(0);
  await meterfold.drop([file('tariffs.csv', 'import_t1_kwh,import_t2_kwh,price_eur')]);
  await meterfold.ready('tariffs.csv: 2 meters, 144 intervals');
  await page.locator('.sources-summary').click();
  await page.getByRole('button', { name: 'Change how it is read' }).click();
  await second.getByRole('button', { name: 'Leave out import_t2_kwh' }).click();
  await question.getByRole('button', { name: 'Read it this way' }).click();
  await meterfold.ready('tariffs.csv: 1 meter, 72 intervals');
});
