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
