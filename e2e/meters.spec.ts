import { metadataOf } from './exported-files';
import { expect, test } from './fence';
import { DESKTOP, expectAccessible, expectNoSidewaysScroll, PHONE } from './pages/accessible';
import { MeterfoldPage } from './pages/meterfold-page';

test('sort, filter, select and open in the meter table, then the same as cards', async ({ page }) => {
  test.slow();
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.tryPortfolio();
  await page.getByRole('link', { name: 'Meters' }).click();
  const grid = page.getByRole('grid', { name: 'Meters' });
  const names = grid.getByRole('rowheader');
  const selection = page.getByRole('group', { name: 'Selection' });
  const table = page.getByRole('region', { name: 'Meter table' });

  // The portfolio never adds kinds up: each has a line of its own.
  await expect(page.getByRole('table', { name: /^Totals of each fuel/ }).getByRole('row')).toHaveCount(7);
  await expect(
    page.getByRole('slider', { name: 'Read values: Daily totals of the portfolio' }),
  ).toBeVisible();
  // What the pale bars among the days mean.
  await expect(page.getByRole('region', { name: 'Daily totals' })).toContainText(
    'some intervals missing: 30 days',
  );
  await expect(grid).toHaveAttribute('aria-rowcount', '17');
  await expect(grid).not.toContainText('…');

  await grid.getByRole('button', { name: 'Total' }).click();
  await expect(grid.getByRole('columnheader', { name: 'Total' })).toHaveAttribute('aria-sort', 'descending');
  await expect(names.first()).toHaveText('block-heat');
  await grid.getByRole('button', { name: 'Meter', exact: true }).click();
  await table.getByLabel('Channel', { exact: true }).selectOption('export');
  await expect(names).toHaveText(['house-solar', 'house-solar-heat-pump']);
  await table.getByRole('button', { name: 'Show all' }).click();
  await table.getByLabel(/^Only with findings/).check();
  await page.getByLabel('Search the table').fill('gas');
  await expect(names).toHaveText(['house-gas-boiler']);
  await table.getByRole('button', { name: 'Show all' }).click();

  await test.step('with the keyboard alone', async () => {
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(selection).toContainText('3 of 16 series selected');
    await page.keyboard.press('Control+a');
    await expect(selection).toContainText('16 of 16 series selected');
    await page.keyboard.press('Control+a');
    await expect(selection).toContainText('Nothing selected');
    await page.keyboard.press('End');
    await expect(grid).toHaveAttribute('aria-activedescendant', /-15$/);
    await page.keyboard.press('Home');
  });

  await test.step('with the pointer, and what is selected stays while filters change', async () => {
    await grid.getByLabel(/^Select ev-charger/).click();
    await grid.getByLabel(/^Select flat-family/).click({ modifiers: ['Shift'] });
    await expect(selection).toContainText('3 of 16 series selected');
    await page.getByLabel('Search the table').fill('cabin');
    await expect(selection).toContainText('3 of 16 series selected');
    await table.getByRole('button', { name: 'Show all' }).click();
  });

  await test.step('export the selection from its own button', async () => {
    await selection.getByRole('button', { name: 'Export these 3' }).click();
    await expect(meterfold.exportOptions.getByLabel(/^Selected in the Meters view/)).toBeChecked();
    await meterfold.exportOptions.getByLabel('Resolution').selectOption('month');
    await expect(meterfold.exportOptions).toContainText('About 72 rows');
    const path = await meterfold.exportTo(test.info().outputPath('selected.parquet'), meterfold.exportThis);
    const { selection: saved } = (await metadataOf(path)) as { selection: { series: object[] } };
    expect(saved.series).toHaveLength(3);
    await meterfold.saved.getByRole('button', { name: 'Dismiss the saved export' }).click();
  });

  await expectAccessible(page, [DESKTOP]);
  await page.setViewportSize(PHONE);
  await expectAccessible(page, [PHONE]);
  await expectNoSidewaysScroll(page, [390, 768, 1440]);
  await page.setViewportSize(PHONE);
  await table.getByLabel('Sort by').selectOption('Total');
  await expect(names.first()).toHaveText('block-heat');
  await page.setViewportSize(DESKTOP);

  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(meterfold.meter.getByRole('heading')).toHaveText('block-heat');
  await expect(page).toHaveURL(/#explore\?meter=demo-housing\/block-heat/);

  await page.goBack();
  await selection.getByRole('button', { name: 'Clear' }).click();
  await grid.getByLabel(/^Select house-electric-heating/).click();
  await expect(selection.getByRole('button', { name: 'Compare (select two)' })).toBeDisabled();
  await grid.getByLabel(/^Select grocery-shop/).click();
  await selection.getByRole('button', { name: 'Compare the two' }).click();
  await expect(page).toHaveURL(/with=/);
  await expect(
    page.getByRole('region', { name: 'Comparison' }).getByRole('row', { name: /^Total/ }),
  ).toBeVisible();
});
