import { readFileSync, writeFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { csvParse } from 'd3-dsv';
import { badFiles } from './corpus/bad-files';
import type { OddFile } from './corpus/corpus-types';
import { HOSTILE_TEXTS } from './corpus/odd-names';
import { oddFiles } from './corpus/odd-files';
import { meterFile } from './corpus/meter-file';
import { seriesRows } from './corpus/meter-rows';
import { expect, test } from './fence';
import { dropTransfer } from './pages/drop-files';
import { MeterfoldPage } from './pages/meterfold-page';

const YEAR_OPEN = 'sample-year.parquet: 1 meter, 8,760 intervals, ready';
const FORMULA_START = /^[=+\-@\t\r]/;
const TEXT_COLUMNS = ['client_id', 'ext_dev_ref', 'fuel', 'channel', 'unit', 'source_file'];

/** What else some refusals must say: what was found, what was expected, where, and how much would fit. */
const TELLS: Readonly<Record<string, (refusal: Locator) => Promise<void>>> = {
  'missing-date': async (refusal) => {
    await expect(refusal.getByRole('row', { name: 'date date not there' })).toBeVisible();
    await refusal.locator('summary').click();
    await expect(refusal).toContainText('client_id: utf8');
  },
  'energy-as-list-of-text': async (refusal) => {
    await expect(
      refusal.getByRole('row', { name: 'energy_consumption list of numbers list<utf8>' }),
    ).toBeVisible();
  },
  'null-in-ext_dev_ref': async (refusal) => {
    await expect(refusal).toContainText(/row [56], column “ext_dev_ref”/);
  },
  'more-than-memory': async (refusal) => {
    await expect(refusal).toContainText('150,000,000 rows');
    await expect(refusal).toContainText(/About [\d,]+ rows would fit/);
  },
};

/** Files of one code leave the page on one path: asking the engine again after the first of them is enough. */
const firstOfEachCode = new Set(
  badFiles.filter(
    (file, index) => badFiles.findIndex((other) => other.expectCode === file.expectCode) === index,
  ),
);

// One page for the whole file: what is open must outlive every refusal, one after the other.
test.describe.configure({ mode: 'default' });
let shared: MeterfoldPage | null = null;
const dialogs: string[] = [];

async function yearOpen(meterfold: MeterfoldPage): Promise<void> {
  await meterfold.goto();
  await meterfold.trySample();
}

test.describe('a file that must be refused', () => {
  test.beforeEach(async ({ browser }) => {
    if (shared) return;
    shared = await MeterfoldPage.inNewContext(browser);
    await yearOpen(shared);
  });

  for (const file of badFiles) {
    test(`${file.name}: ${file.expectCode}`, async () => {
      const meterfold = shared!;
      await meterfold.pick([{ name: file.fileName, bytes: await file.make() }]);
      await meterfold.expectRefusal(file.expectCode);
      await expect(meterfold.refusal).toContainText(file.fileName);
      await TELLS[file.name]?.(meterfold.refusal);
      await expectYearShown(meterfold);
      if (firstOfEachCode.has(file)) await expectYearUsable(meterfold);
      await meterfold.dismissRefusal();
    });
  }

  test('one bad file among good ones refuses all of them', async () => {
    const meterfold = shared!;
    const good = { name: 'good.parquet', bytes: meterFile(mayRows()) };
    const bad = badFiles.find(({ name }) => name === 'cut-in-data')!;
    await meterfold.pick([good, { name: bad.fileName, bytes: await bad.make() }], 'Add files');
    await meterfold.expectRefusal('FILE_TRUNCATED');
    await expect(meterfold.refusal).toContainText('cut-in-data.parquet');
    await expectYearUsable(meterfold);
    await meterfold.dismissRefusal();
  });

  test('after all of them, what was open still exports', async () => {
    const path = await shared!.exportTo(test.info().outputPath('still-here.parquet'));
    expect(readFileSync(path).length).toBeGreaterThan(10_000);
    await expect(shared!.saved).toContainText('8,760 rows');
  });
});

test('null keys: the way on opens the rest and counts what was set aside', async ({ page }) => {
  const meterfold = new MeterfoldPage(page);
  await yearOpen(meterfold);
  await refuse(meterfold, 'null-in-date');
  await meterfold.refusal.getByRole('button', { name: 'Open it and set these rows aside' }).click();
  await meterfold.ready('null-in-date.parquet');
  await expect(meterfold.refusal).toHaveCount(0);
  await expect(meterfold.ledger).toContainText('1 row, 24 values in all, have no client, meter or date');
  await expect(meterfold.ledger).toContainText('adds up exactly');

  // The choice was for that file only.
  await refuse(meterfold, 'null-in-client_id');
});

test('a file that changed on disk is refused, and what was open stays open', async ({ page }) => {
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  const path = test.info().outputPath('changing.parquet');
  writeFileSync(path, meterFile(mayRows()));
  const kept = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    const keep = (event: Event) => data.items.add((event.target as HTMLInputElement).files![0]!);
    document.addEventListener('change', keep, { capture: true, once: true });
    return data;
  });
  await meterfold.pick(path);
  await meterfold.ready('changing.parquet: 1 meter, 744 intervals');

  writeFileSync(path, meterFile(mayRows().slice(0, 20)));
  await dropTransfer(page, kept);
  await meterfold.expectRefusal('FILE_CHANGED');
  await meterfold.ready('changing.parquet: 1 meter, 744 intervals');
  await expect(meterfold.meter).toContainText('744 of 744 intervals');
});

test.describe('hostile names and values', () => {
  let hostile: MeterfoldPage | null = null;
  test.beforeEach(async ({ browser }) => {
    if (hostile) return;
    hostile = await MeterfoldPage.inNewContext(browser);
    hostile.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
  });

  test('values are shown as text and leave as text', async () => {
    const meterfold = hostile!;
    const file = oddFile('hostile-values-together');
    await meterfold.pick([{ name: file.fileName, bytes: await file.make() }]);
    await meterfold.ready(`${Object.keys(HOSTILE_TEXTS).length} meters`);
    for (const kind of [
      'script',
      'image',
      'formula',
      'emoji',
      'sql',
      'placeholder',
      'rightToLeft',
    ] as const) {
      await expect(meterfold.meterOptions.filter({ hasText: HOSTILE_TEXTS[kind]! })).toHaveCount(1);
    }
    await meterfold.meterOptions.filter({ hasText: HOSTILE_TEXTS['script']! }).click();
    await expect(meterfold.meter.getByRole('heading')).toHaveText(HOSTILE_TEXTS['script']!);
    await expectNoHarm(meterfold);

    await meterfold.openExportOptions();
    await meterfold.exportOptions.getByLabel(/^CSV/).check();
    const path = await meterfold.exportTo(test.info().outputPath('hostile.csv'), meterfold.exportThis);
    const rows = csvParse(readFileSync(path, 'utf8'));
    expect(rows.length).toBe(file.expect.readings);
    const cells = new Set(rows.flatMap((row) => TEXT_COLUMNS.map((column) => row[column] ?? '')));
    expect([...cells].filter((cell) => FORMULA_START.test(cell))).toEqual([]);
    const defused = (text: string) => (FORMULA_START.test(text) ? `'${text}` : text);
    expect(Object.values(HOSTILE_TEXTS).filter((text) => !cells.has(defused(text)))).toEqual([]);
  });

  // The command line takes all of them; a page has markup, line breaks, direction and length to trip over.
  const names = ['script', 'rightToLeft', 'newline', 'percent', 'long'].map(
    (kind) => `hostile-file-name-${kind}`,
  );
  for (const file of oddFiles.filter(({ name }) => names.includes(name))) {
    test(`${file.name}: opens and is shown as text`, async () => {
      const meterfold = hostile!;
      await meterfold.drop([{ name: file.fileName, bytes: await file.make() }]);
      const shown = [...file.fileName].slice(0, 50).join('').replaceAll(/\s+/g, ' ');
      await meterfold.ready(shown);
      await expect(meterfold.meter).toContainText(
        `${file.expect.readings} of ${file.expect.readings} intervals`,
      );
      await expectNoHarm(meterfold);
      await meterfold.exportTo(test.info().outputPath('exported.parquet'));
      await expect(meterfold.saved).toContainText(`${file.expect.readings} rows`);
    });
  }
});

/** Opens a bad file of the corpus and waits for its refusal. */
async function refuse(meterfold: MeterfoldPage, name: string): Promise<void> {
  if ((await meterfold.refusal.count()) > 0) await meterfold.dismissRefusal();
  const file = badFiles.find((each) => each.name === name);
  if (!file) throw new Error(`The corpus has no file ${name}`);
  await meterfold.pick([{ name: file.fileName, bytes: await file.make() }]);
  await meterfold.expectRefusal(file.expectCode);
}

/** The year is still open and shown whole. */
async function expectYearShown({ status, meter }: MeterfoldPage): Promise<void> {
  await expect(status).toHaveText(YEAR_OPEN);
  await expect(meter).toContainText('8,760 of 8,760 intervals');
}

/** Beyond that, the engine still answers for single hours of it. */
async function expectYearUsable(meterfold: MeterfoldPage): Promise<void> {
  const { timeline, timelineCard } = meterfold;
  await expectYearShown(meterfold);
  for (let times = 0; times < 4; times++) await timeline.press('+');
  await meterfold.showsIntervals();
  await timeline.press('0');
  await expect(timelineCard).toContainText('Energy of each day');
}

async function expectNoHarm({ page }: MeterfoldPage): Promise<void> {
  expect(dialogs).toEqual([]);
  await expect(page.locator('#root').locator('script, img, iframe, object, embed')).toHaveCount(0);
  expect(page.url()).toMatch(/^http:\/\/localhost:\d+\/(#[^<>"\s]*)?$/);
}

function oddFile(name: string): OddFile {
  const file = oddFiles.find((each) => each.name === name);
  if (!file) throw new Error(`The corpus has no file ${name}`);
  return file;
}

function mayRows() {
  return seriesRows({ first: '2022-05-01', last: '2022-05-31' }).map(({ row }) => row);
}
