import { readFile } from 'node:fs/promises';
import { expect, test } from './fence';
import { DESKTOP, expectAccessible, expectNoSidewaysScroll, PHONE } from './pages/accessible';
import { MeterfoldPage } from './pages/meterfold-page';

interface QualityFile {
  report: string;
  files: { name: string; sha256: string }[];
  rules: { rule: string; count: number; what_was_done: string }[];
  places: { rule: string; ext_dev_ref: string; first_date: string; source_row: number | null }[];
  places_in_all: number;
  ledger: { energy_read: string }[];
}

test('from the worst series to a finding, its row and its place in the time line; JSON and paper', async ({
  page,
}) => {
  test.slow();
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.tryPortfolio();
  await page.getByRole('link', { name: 'Quality' }).click();
  const findings = page.getByRole('region', { name: 'Findings by rule' });
  const series = page.getByRole('listbox', { name: 'Series' });
  await expect(page.getByRole('heading', { name: 'Data quality', level: 1 })).toBeVisible();

  // The worst first: its three weeks without a row are the longest gap of the sample.
  await expect(series.getByRole('option').first()).toContainText('house-electric-heating');
  await series.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const calendar = page.getByRole('region', { name: 'Coverage of house-electric-heating' });
  await expect(calendar).toContainText('no value: 21 days');
  const reader = calendar.getByRole('slider');
  await reader.focus();
  await page.keyboard.press('n');
  await expect(reader).toHaveAttribute('aria-valuetext', /: no value, 0 of 24 intervals have a value$/);
  await expect(calendar.getByRole('table', { name: 'Days that are not complete' })).toHaveCount(1);

  await expectAccessible(page, [DESKTOP]);
  await page.setViewportSize(PHONE);
  await expectAccessible(page, [PHONE]);
  await expectNoSidewaysScroll(page, [390, 768, 1440]);
  await page.setViewportSize(DESKTOP);

  await test.step('as JSON', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as JSON' }).click();
    const path = test.info().outputPath('quality.json');
    await (await download).saveAs(path);
    const report = JSON.parse(await readFile(path, 'utf8')) as QualityFile;
    expect(report.report).toBe('meterfold-quality');
    expect(report.files[0]).toMatchObject({ name: 'sample-portfolio.parquet' });
    expect(report.places).toHaveLength(report.places_in_all);
    const absent = report.places.filter(
      (place) => place.rule === 'day_absent' && place.ext_dev_ref === 'house-electric-heating',
    );
    expect(absent).toHaveLength(21);
    expect(report.rules.every((rule) => rule.what_was_done.length > 10)).toBe(true);
  });

  await test.step('on paper there is the report and nothing else, on one page', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    await expect(page.getByText('Meter data quality report')).toBeVisible();
    await expect(series).toBeHidden();
    await expect(page.getByRole('banner')).toBeHidden();
    await page.screenshot({ path: test.info().outputPath('paper.png'), fullPage: true });
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: null });
  });

  await test.step('a place of a finding of all series leads to the time line', async () => {
    await findings.getByRole('button', { name: 'All series' }).click();
    await findings.getByText('Rows that contradict another one').click();
    await expect(findings).toContainText('What was done. One row counts as the choice says');
    await findings
      .getByRole('button', { name: /sample-portfolio\.parquet, row/ })
      .first()
      .click();
    await meterfold.showsIntervals();
    await expect(page).toHaveURL(/#explore\?.*from=\d{4}-\d\d-\d\d/);
  });
});
