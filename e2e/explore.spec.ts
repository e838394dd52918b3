import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fence';
import { PHONE } from './pages/accessible';
import { MeterfoldPage } from './pages/meterfold-page';

test('while the engine loads, its progress rises to its end and not beyond', async ({ page }) => {
  await page.addInitScript(() => {
    const seen: number[] = ((window as unknown as { seen: number[] }).seen = []);
    setInterval(() => {
      const bar = document.querySelector<HTMLProgressElement>('.engine-progress progress');
      const loaded = /once: ([\d.]+) MB of 34/.exec(
        document.querySelector('.engine-progress')?.textContent ?? '',
      );
      if (bar && loaded) seen.push(Number(loaded[1]) / (bar.max / 1e6));
    }, 5);
  });
  await new MeterfoldPage(page).goto();
  await expect(page.getByRole('status')).toContainText('Nothing is open yet');
  const shares = await page.evaluate(() => (window as unknown as { seen: number[] }).seen);
  expect(shares.length).toBeGreaterThan(2);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(Math.max(...shares)).toBeGreaterThan(0.5);
  expect(Math.max(...shares)).toBeLessThan(1.01);
});

test('the brush filters the figures and the pictures of the load, and lets go of them again', async ({
  page,
}) => {
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.tryPortfolio();
  const figures = page.getByRole('region', { name: 'Figures' });
  const week = page.getByRole('region', { name: 'Typical week' });
  const duration = page.getByRole('slider', { name: 'Read values: Load duration curve' });
  const total = figures.locator('.figure-value').first();
  const all = await total.textContent();
  await expect(figures).toContainText('Weekend share');
  await expect(week).toContainText('Mean of each hour of the week, local time');

  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(figures).toContainText('Figures of 2 Oct 2023 – 1 Apr 2024');
  await expect(total).not.toHaveText(all!);
  await expect(week).toContainText('of the week of 2 Oct 2023 – 1 Apr 2024');
  const ofPart = Number((await total.textContent())!.replace(/[^\d.]/g, ''));
  expect(ofPart / Number(all!.replace(/[^\d.]/g, ''))).toBeCloseTo(0.25, 1);

  await duration.focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('region', { name: 'Load duration' })).toContainText('100% of the time');

  await page.getByRole('button', { name: 'Whole period', exact: true }).click();
  await expect(total).toHaveText(all!);
  await expect(figures).not.toContainText('Figures of');

  // On a phone a finger moves the window's end; the page stays where it is.
  await page.setViewportSize(PHONE);
  const end = page.getByRole('slider', { name: 'End of the window' });
  await end.scrollIntoViewIfNeeded();
  const before = (await end.boundingBox())!;
  await dragByTouch(page, end, -120);
  await expect(page.getByRole('button', { name: /^Filtered to/ })).toBeVisible();
  await expect(figures).toContainText('Figures of');
  const after = (await end.boundingBox())!;
  expect(Math.abs(after.y - before.y)).toBeLessThan(3);
  expect(before.x - after.x).toBeGreaterThan(100);
});

/** Drags a part sideways with one finger, as the browser tells the page of it. */
async function dragByTouch(page: Page, part: Locator, by: number): Promise<void> {
  const { x, y, width, height } = (await part.boundingBox())!;
  const touch = await page.context().newCDPSession(page);
  const point = (share: number) => [{ x: x + width / 2 + by * share, y: y + height / 2 }];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: point(0) });
  for (const share of [0.25, 0.5, 0.75, 1])
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: point(share) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** The engine itself then fails on the heat map of one meter, as it would for want of memory; nothing else changes. */
const failTheHoursOf = (page: Page, meter: string) =>
  page.route('**/assets/statements-*.json', async (route) => {
    const response = await route.fetch();
    const texts = (await response.json()) as string[];
    const [hours, condition] = ['-- One series by local date and hour.', 'where series_id ='];
    expect(texts.filter((text) => text.startsWith(hours) && text.includes(condition))).toHaveLength(1);
    const failing = `where case when (select ext_dev_ref from series_named where series_id = getvariable('series_id')) = '${meter}' then error('made to fail') else true end and series_id =`;
    const changed = texts.map((text) => (text.startsWith(hours) ? text.replace(condition, failing) : text));
    await route.fulfill({ response, json: changed });
  });

test('calendar, chip, comparison and the before switch: what is chosen in one picture holds for all', async ({
  page,
  fence,
}) => {
  const meterfold = new MeterfoldPage(page);
  await failTheHoursOf(page, 'office');
  await meterfold.goto();
  await meterfold.tryPortfolio();
  const figures = page.getByRole('region', { name: 'Figures' });
  const calendar = page.getByRole('region', { name: 'Calendar' });

  await calendar.getByRole('button', { name: 'Select March 2024' }).click();
  const chip = page.getByRole('button', { name: /^Filtered to/ });
  await expect(chip).toContainText('1 Mar 2024 – 31 Mar 2024');
  await expect(figures).toContainText('Figures of 1 Mar 2024 – 31 Mar 2024');
  await expect(page.getByRole('region', { name: 'Typical week' })).toContainText('1 Mar 2024 – 31 Mar 2024');
  await expect(page).toHaveURL(/from=2024-03-01&to=2024-04-01/);
  await expect(page.locator('.sections[aria-busy="true"]')).toHaveCount(0);
  await figures.getByRole('button', { name: /the day of the peak/ }).click();
  await expect(chip).toContainText(/\d Mar 2024/);
  await calendar.getByRole('slider', { name: 'Read the days of 2024' }).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(chip).toContainText('31 Dec 2024');
  await chip.click();
  await expect(chip).toHaveCount(0);

  const compare = page.getByRole('button', { name: 'Compare with…' });
  const comparison = page.getByRole('region', { name: 'Comparison' });
  await compare.click();
  await page.getByRole('button', { name: 'The period before' }).click();
  await expect(page.getByRole('alert')).toContainText('Select a part of it first');
  // A script that does not arrive leaves the meter's own pictures, says so in their place, and can be fetched again.
  fence.expectError(/ERR_FAILED|Failed to load resource/);
  await page.route('**/assets/compar*.js', (route) => route.abort());
  await compare.click();
  await page.getByRole('button', { name: 'A year earlier' }).click();
  const missed = page.getByRole('alert').filter({ hasText: 'did not arrive' });
  await expect(missed).toHaveCount(3);
  await expect(calendar.getByRole('slider', { name: 'Read the days of 2024' })).toBeVisible();
  await page.unroute('**/assets/compar*.js');
  for (const left of [2, 1, 0]) {
    await missed.last().getByRole('button', { name: 'Try again' }).click();
    await expect(missed).toHaveCount(left);
  }
  await expect(comparison.getByRole('row', { name: /^Total/ })).toContainText(/[+−][\d,.]+ kWh \([+−]/);
  await expect(page).toHaveURL(/shift=year/);

  // Heat map and calendar have both sides on one scale, or one less the other; the address keeps which.
  const hours = page.getByRole('region', { name: 'Every hour' });
  await expect(hours.getByRole('slider', { name: /^Read the hours of/ })).toHaveCount(2);
  await hours.getByRole('button', { name: 'Difference' }).click();
  await expect(page).toHaveURL(/compare-as=difference/);
  await expect(hours).toContainText(/8,7\d\d hours compared; not compared: 2\d hours that only one side has/);
  await expect(calendar).toContainText('365 days compared. 29 Feb 2024 has no date beside it');
  const reader = hours.getByRole('slider');
  await reader.focus();
  await page.keyboard.press('ArrowRight');
  await expect(reader).toHaveAttribute(
    'aria-valuetext',
    /^Tue 2 Jan 2024 00:00.*[+−][\d.]+ kW .*\(2 Jan 2023\)/,
  );
  const saved = async (title: string) => {
    const card = page.getByRole('region', { name: title });
    await card.getByLabel(`Save: ${title}`).click();
    const download = page.waitForEvent('download');
    await card.getByRole('button', { name: /^CSV/ }).click();
    return readFileSync(await (await download).path(), 'utf8').split('\r\n');
  };
  const [head, first] = await saved('Every hour');
  expect(head).toContain('other_local_date,other_energy_per_hour,difference_per_hour');
  expect(first).toMatch(/^2024-01-01,0,0,[\d.]+,60,2023-01-01,[\d.]+,-?[\d.e-]+,true,1 Jan 2023/);
  const loads = await saved('Loads by time');
  expect(loads[0]).toMatch(/rate_from,rate_to,minutes,energy,other_minutes,other_energy,compared_with$/);
  const minutes = (column: number) =>
    loads.slice(1, -1).reduce((sum, line) => sum + Number(line.split(',')[column]), 0);
  expect(minutes(4)).toBeGreaterThan(364 * 1440);
  expect(minutes(4)).toBeLessThan(minutes(2));
  await compare.click();
  await page.getByRole('searchbox', { name: /other series$/ }).fill('office');
  await page.getByRole('button', { name: /^office, consumption/ }).click();
  await expect(comparison.getByRole('columnheader', { name: /office, consumption/ })).toBeVisible();
  // What the engine cannot answer about the other side is said in both places; the meter's own hours stay.
  await expect(comparison.getByRole('alert')).toContainText('Not compared: Every hour.');
  await expect(hours).toContainText(
    'What is compared could not be fetched, so that only this meter is shown.',
  );
  await expect(hours.getByRole('slider', { name: /^Read the hours of/ })).not.toHaveCount(0);
  await page.getByRole('button', { name: 'End the comparison' }).click();
  await expect(comparison).toHaveCount(0);

  const before = page.getByRole('region', { name: 'Before and after' });
  await before.getByRole('button', { name: 'Before: 24 fixed hours' }).click();
  await expect(before).toContainText('1 hour that never was');
  await expect(before).toContainText(/[\d,]+ of 17,5\d\d/);
  await expect(before).toContainText('at an example day-ahead price');
  await before.getByRole('button', { name: 'After: the real hours' }).click();
  await expect(before).toContainText('Every value at the time it happened.');
});
