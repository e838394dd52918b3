import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { tableFromIPC } from 'apache-arrow';
import { tableHash } from './exported-files';
import { expect, test } from './fence';
import { DESKTOP, expectAccessible, expectNoSidewaysScroll } from './pages/accessible';
import { MeterfoldPage } from './pages/meterfold-page';
import { SqlPage } from './pages/sql-page';

/** A row for each hour of the sample, with a count and a sum that are the same in every row. */
const EACH_HOUR =
  'select timestamp_utc, timestamp_local, energy, count(*) over () as n, sum(energy::decimal(18, 3)) over () as total from analytical order by timestamp_utc';

/** The console of the sample, with the answer to it. */
async function askEachHour(page: Page): Promise<{ meterfold: MeterfoldPage; sql: SqlPage }> {
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.trySample();
  await page.getByRole('link', { name: 'SQL', exact: true }).click();
  const sql = new SqlPage(page);
  await sql.run(EACH_HOUR);
  await expect(sql.status).toHaveText('8,760 rows');
  return { meterfold, sql };
}

test('a data scientist asks, errs, cancels and saves, and nothing that is open changes', async ({ page }) => {
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.tryPortfolio();
  await page.getByRole('link', { name: 'SQL', exact: true }).click();
  const sql = new SqlPage(page);

  // Completion knows the tables and their columns.
  await sql.write('select count(*) from analyt');
  await expect(sql.completion.filter({ hasText: 'analytical' })).toBeVisible();
  await page.keyboard.press('Tab');
  await sql.write('select a.ener');
  await page.keyboard.press('Escape');
  await sql.write('select count(*) as n from analytical as a where a.ener');
  await expect(sql.completion.filter({ hasText: /^energydouble$/ })).toBeVisible();
  await page.keyboard.press('Escape');

  // An error is marked at its place, with a sentence.
  await sql.run('select ext_dev_ref, enrgy from analytical');
  await expect(sql.trouble).toContainText('No table in this FROM has “enrgy”.');
  await expect(sql.trouble).toContainText('There are: energy');
  await expect(sql.mark).toHaveText('enrgy');

  // What would change or download something is refused, and a statement after that still runs.
  await sql.run('drop table meter_day');
  await expect(sql.trouble).toContainText('DROP is not for this console');
  await sql.run("select * from read_parquet('a.parquet')");
  await expect(sql.trouble).toContainText('would have to be downloaded');
  await sql.run('explain analyze delete from ledger');
  await expect(sql.trouble).toContainText('This would change what is open');

  // Cancel is heard while the engine works.
  await sql.run('select count(*) from range(100000000000) where hash(range) = 1');
  await expect(sql.status).toHaveText('Running…');
  await page.getByRole('button', { name: 'Cancel the statement' }).click();
  await expect(sql.status).toHaveText('Cancelled', { timeout: 5_000 });

  // More than a million rows: the first are held, each row in its place to the end.
  await sql.run('select range as n, range * 2 as twice from range(1200000)');
  await expect(sql.status).toContainText('The first 1,000,000 rows are held');
  await sql.grid.evaluate((box) => box.scrollTo(0, box.scrollHeight));
  await expect(sql.row(1_000_000)).toContainText('1,000,0009999991999998');
  expect(await sql.grid.getByRole('row').count()).toBeLessThan(80);

  await sql.run('from reading order by all');
  await expect(sql.status).toHaveText('596,496 rows', { timeout: 60_000 });
});

test('a result is saved whole in three formats, and its statement is remembered until it is forgotten', async ({
  page,
}) => {
  const { meterfold, sql } = await askEachHour(page);

  const save = (format: 'Parquet' | 'CSV' | 'Arrow') =>
    meterfold.exportTo(
      test.info().outputPath(`query.${format.toLowerCase()}`),
      page.getByRole('button', { name: `Save the result as ${format}` }),
    );
  const parquet = await save('Parquet');
  expect((await tableHash(parquet)).row_count).toBe(8760);
  const arrow = tableFromIPC(readFileSync(await save('Arrow')));
  expect(arrow.numRows).toBe(8760);
  expect(arrow.schema.fields.map(({ name }) => name)).toEqual([
    'timestamp_utc',
    'timestamp_local',
    'energy',
    'n',
    'total',
  ]);
  expect(arrow.schema.metadata.get('meterfold.statement')).toBe(EACH_HOUR);
  const lines = readFileSync(await save('CSV'), 'utf8').split('\n');
  expect(lines).toHaveLength(8762);
  expect(lines[1]).toBe('2021-12-31T22:00:00,2022-01-01T00:00:00,100,8760,876000.000');

  await page.reload();
  await meterfold.trySample();
  await page.getByText(/^History \(1\)$/).click();
  await page.getByRole('button', { name: EACH_HOUR.slice(0, 60) }).click();
  await expect(sql.status).toHaveText('8,760 rows');
  await page.getByText(/^History \(1\)$/).click();
  await page.getByLabel('Remember my statements on this machine').uncheck();
  await expect(page.getByText(/^History \(0\)$/)).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('timestamp_local');
  await page.getByText(/^History \(0\)$/).click();
});

test('a result as a chart, which says what it does not draw; the ETL model by model, and how to read it elsewhere', async ({
  page,
}) => {
  await askEachHour(page);

  await page
    .getByRole('group', { name: 'How the result is shown' })
    .getByRole('button', { name: 'Chart' })
    .click();
  const chart = page.getByRole('region', { name: 'Chart of the result' });
  await expect(chart.getByRole('heading')).toHaveText('energy by timestamp_utc');
  await expect(chart).toContainText('The first 5,000 of 8,760 rows are drawn');
  await chart.getByLabel('Up the chart').selectOption('total');
  await chart.getByRole('slider').press('End');
  await expect(chart.getByRole('slider')).toHaveAttribute(
    'aria-valuetext',
    /timestamp_utc: 2022-07-.*total: 876000\.000$/,
  );

  await expectAccessible(page);
  await expectNoSidewaysScroll(page, [390, 1440]);
  await page.getByRole('button', { name: 'The ETL, model by model' }).click();
  await page.getByRole('button', { name: /^special_interval/ }).click();
  await expect(page.getByRole('region', { name: 'SQL of special_interval' })).toContainText('real intervals');
  await expectAccessible(page, [DESKTOP]);
  await page.getByRole('button', { name: 'Read it elsewhere' }).click();
  await page.getByRole('button', { name: 'Python, polars' }).click();
  await expect(page.getByRole('region', { name: 'Lines for Python, polars' })).toContainText(
    'sample-year.readings.parquet',
  );
  await expectAccessible(page, [DESKTOP]);
});
