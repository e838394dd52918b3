import { readFileSync } from 'node:fs';
import { expect, test } from './fence';
import { MeterfoldPage } from './pages/meterfold-page';

test.use({ warmsUp: true });

test('sample, explore, export, and the exported file dropped back in', async ({ page }) => {
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.trySample();
  await zoomToSingleHours(meterfold);

  const path = await meterfold.exportTo(test.info().outputPath('sample-year.readings.parquet'));
  await expect(meterfold.saved).toContainText('sample-year.readings.parquet');
  await expect(meterfold.saved).toContainText('8,760 rows');
  await expect(meterfold.status).toHaveText(/^Saved sample-year\.readings\.parquet\. .* ready$/);

  await meterfold.drop([{ name: 'sample-year.readings.parquet', bytes: readFileSync(path) }]);
  await expect(meterfold.story).toContainText('sample-year.readings.parquet was written by Meterfold');
  await expect(meterfold.story).toContainText('8,760 intervals');
  await expect(meterfold.story).toContainText('Europe/Vilnius');
  await expect(meterfold.story).toContainText('sample-year.parquet: 365 rows');
  await expect(meterfold.story).toContainText('adds up exactly');

  // What was open stays open, and works.
  await expect(meterfold.meter).toContainText('8,760 of 8,760 intervals');
  await meterfold.story.getByRole('button', { name: 'Dismiss the story' }).click();
  await expect(meterfold.story).toHaveCount(0);
  await meterfold.ready('sample-year.parquet: 1 meter, 8,760 intervals');
  await page.getByRole('button', { name: 'Whole period', exact: true }).click();
  await expect(meterfold.timelineCard).toContainText('Energy of each day');
  await weighConventions(meterfold);
});

test('the exported file tells its story on an empty page too', async ({ page }) => {
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.trySample();
  const path = await meterfold.exportTo(test.info().outputPath('exported.parquet'));
  await meterfold.goto();
  await meterfold.pick(path);
  await expect(meterfold.story).toContainText('exported.parquet was written by Meterfold');
  await expect(meterfold.status).toHaveText(/its story is shown, ready$/);
  await meterfold.story.getByRole('button', { name: 'Dismiss the story' }).click();
  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeEnabled();
});

test('portfolio: find a meter, switch to it, read its values', async ({ page }) => {
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.tryPortfolio();
  await expect(meterfold.status).toContainText('12 meters, 596,496 intervals');
  await expect(meterfold.meterOptions).toHaveCount(16);

  await meterfold.meterSearch.fill('solar export');
  await expect(meterfold.meterOptions).toHaveCount(2);
  await meterfold.meterOptions.filter({ hasText: 'house-solar-heat-pump' }).click();
  await expect(meterfold.meter.getByRole('heading')).toHaveText('house-solar-heat-pump');
  await expect(meterfold.meter).toContainText('export');
  await meterfold.ready('sample-portfolio.parquet');

  await meterfold.meterSearch.fill('no such meter');
  await expect(meterfold.meterOptions).toHaveCount(0);
  await meterfold.meterSearch.fill('office');
  await meterfold.meterOptions.click();
  await expect(meterfold.meter.getByRole('heading')).toHaveText('office');
  await expect(meterfold.meter).toContainText('15 minutes');
  await meterfold.ready('sample-portfolio.parquet');

  await expectTooltip(meterfold);
  const days = page.getByRole('region', { name: 'The difficult days' });
  await days.getByRole('button', { name: 'See on the time line' }).first().click();
  await meterfold.showsIntervals();
});

/** Another way to read the clock changes says what it would change, and changes it only when told to. */
async function weighConventions({ page, meter }: MeterfoldPage): Promise<void> {
  const days = page.getByRole('region', { name: 'The difficult days' });
  const choice = days.getByLabel('How clock changes are written');
  const preview = days.getByRole('region', { name: 'What this choice would change' });
  const split = '200 became 100 + 100';

  await choice.selectOption('elapsed');
  await expect(preview).toContainText('2 of 365 days: 27 Mar 2022 and 30 Oct 2022');
  await expect(preview).toContainText('876,000 → 871,200 (unit not stated)');
  await expect(days).toContainText(split);
  await preview.getByRole('button', { name: 'Leave it as it is' }).click();
  await expect(preview).toHaveCount(0);
  await expect(choice).toHaveValue('auto');

  await choice.selectOption('wall-clock-first');
  await expect(preview).toContainText('1 of 365 days: 30 Oct 2022');
  await expect(preview).toContainText('0 → 1');
  await expect(meter).toContainText('8,760 of 8,760 intervals');
  await preview.getByRole('button', { name: 'Apply this choice' }).click();
  await expect(meter).toContainText('8,759 of 8,760 intervals');
  await expect(preview).toHaveCount(0);
  await expect(choice).toHaveValue('wall-clock-first');
  await expect(days).not.toContainText(split);
}

/** Zooms in with the brush, the buttons and a click on a day, until single hours are read. */
async function zoomToSingleHours(meterfold: MeterfoldPage): Promise<void> {
  const { page, timeline, timelineCard: card } = meterfold;
  await expect(card).toContainText('Energy of each day');
  await expect(card).toContainText('1 Jan 2022 – 31 Dec 2022');
  await card.getByRole('slider', { name: 'End of the window' }).press('PageDown');
  await expect(card).toContainText('1 Jan 2022 – 1 Dec 2022');

  // Drag over the picture: from a tenth of its width to nine tenths.
  const box = (await timeline.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.1, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.9, box.y + 60, { steps: 4 });
  await page.mouse.up();
  await expect(card).not.toContainText('1 Jan 2022');

  await timeline.click();
  await meterfold.showsIntervals();
  await timeline.hover();
  await expect(timeline).toHaveAttribute('aria-valuetext', / \d\d:00–\d\d:00: 100, UTC\+[23], measured$/);
  await card.getByRole('button', { name: 'Zoom in' }).click();
  await meterfold.showsIntervals();
}

/** The pointer over the picture shows a reading beside it. */
async function expectTooltip({ page, timeline }: MeterfoldPage): Promise<void> {
  await timeline.hover({ position: { x: 200, y: 60 } });
  const spoken = await timeline.getAttribute('aria-valuetext');
  const [title] = spoken!.split(': ');
  const beside = page.getByRole('figure', { name: 'Energy over time' });
  await expect(beside.getByText(title!, { exact: true }).last()).toBeVisible();
  expect(spoken).toContain('kWh');
}
