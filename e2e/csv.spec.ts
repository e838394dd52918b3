import { fileURLToPath } from 'node:url';
import { oddFiles } from './corpus/odd-files';
import { writeInto } from './corpus/write-file';
import { csvDifferences, tableHash } from './exported-files';
import { expect, test } from './fence';
import { readFileSync } from 'node:fs';
import { MeterfoldPage } from './pages/meterfold-page';

const YEAR = fileURLToPath(new URL('../public/samples/sample-year.parquet', import.meta.url));

/** Files with missing readings, fractions, several series and the split hour. */
const ODD = ['null-hours-and-null-day', 'list-of-decimal-18-3', 'several-series', 'days-absent'];

const HEADER =
  'client_id,ext_dev_ref,fuel,channel,timestamp_utc,timestamp_local,utc_offset_minutes,interval_minutes,' +
  'local_date,local_hour,iso_weekday,is_weekend,local_month,energy,unit,quality,quality_rule,' +
  'source_file,source_row,source_slot';

test('the CSV says the same as the Parquet, row by row', async ({ page }) => {
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  const odd = await Promise.all(
    oddFiles
      .filter(({ name }) => ODD.includes(name))
      .map((file) => writeInto(test.info().outputPath(), file)),
  );
  expect(odd).toHaveLength(ODD.length);
  for (const path of [YEAR, ...odd]) {
    const name = path.split(/[\\/]/).at(-1)!;
    await meterfold.pick(path);
    await meterfold.ready(name);
    const parquet = await meterfold.exportTo(test.info().outputPath(`${name}.out.parquet`));
    await meterfold.openExportOptions();
    await meterfold.exportOptions.getByLabel(/^CSV/).check();
    const csv = await meterfold.exportTo(test.info().outputPath(`${name}.csv`), meterfold.exportThis);
    await expect(meterfold.saved).toContainText('energy read back equals the sum of the chosen readings');

    const lines = readFileSync(csv, 'utf8').split('\n');
    expect(lines[0]).toBe(HEADER);
    expect(lines.at(-1)).toBe('');
    expect(lines.length - 2).toBe((await tableHash(parquet)).row_count);
    expect(await csvDifferences(csv, parquet)).toEqual([]);
  }
});
