import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { dropFiles, type DroppedFile } from './drop-files';

/** Milliseconds that opening a file or drawing its picture may take on a busy machine. */
const LONGEST_OPEN = 45_000;

/** The page as a person meets it: its parts by role and name, and what can be done with them. */
export class MeterfoldPage {
  readonly status: Locator;
  readonly refusal: Locator;
  readonly progress: Locator;
  readonly saved: Locator;
  readonly story: Locator;
  readonly meter: Locator;
  readonly ledger: Locator;
  readonly zone: Locator;
  readonly meterSearch: Locator;
  readonly meterOptions: Locator;
  readonly timelineCard: Locator;
  readonly timeline: Locator;
  readonly cancel: Locator;
  readonly exportParquetButton: Locator;
  readonly exportOptions: Locator;

  constructor(readonly page: Page) {
    this.status = page.getByRole('status');
    this.refusal = page.getByRole('alert');
    this.progress = page.getByRole('region', { name: 'Progress' });
    this.saved = page.getByRole('region', { name: 'Saved export' });
    this.story = page.getByRole('region', { name: 'The story of this file' });
    this.meter = page.getByRole('region', { name: 'Meter', exact: true });
    this.ledger = page.getByRole('region', { name: 'Ledger' });
    this.zone = page.getByRole('combobox', { name: 'Time zone' });
    this.meterSearch = page.getByRole('combobox', { name: /^Search .* series$/ });
    this.meterOptions = page.getByRole('listbox', { name: 'Meters' }).getByRole('option');
    this.timelineCard = page.getByRole('region', { name: 'Time line' });
    this.timeline = page.getByRole('slider', { name: 'Read values: Energy over time' });
    this.cancel = page.getByRole('button', { name: 'Cancel' });
    this.exportParquetButton = page.getByRole('button', { name: 'Export Parquet' });
    this.exportOptions = page.getByRole('dialog', { name: 'Export options' });
  }

  /** A page in a context of its own, which tests of one file may share. */
  static async inNewContext(
    browser: Browser,
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<MeterfoldPage> {
    const context = await browser.newContext(options);
    const page = new MeterfoldPage(await context.newPage());
    await page.goto();
    return page;
  }

  async goto(): Promise<void> {
    await this.page.goto('./');
    await expect(this.page.getByRole('button', { name: 'Try the sample' })).toBeEnabled();
  }

  /** What is waited for; a failure tells what the page said instead. */
  private async orWhatIsSaid<T>(wait: Promise<T>): Promise<T> {
    try {
      return await wait;
    } catch (thrown) {
      const said = await this.page.locator('[role="alert"], [role="dialog"], .toast').allInnerTexts();
      throw new Error(`${String(thrown)}\nThe page says: ${JSON.stringify(said)}`, { cause: thrown });
    }
  }

  /** Waits until the picture of what is open is up; `what` must stand in the status, a file's name for one. */
  async ready(what: string | RegExp): Promise<void> {
    await this.orWhatIsSaid(expect(this.status).toContainText(what, { timeout: LONGEST_OPEN }));
    await expect(this.status).toHaveText(/ready$/, { timeout: LONGEST_OPEN });
    await expect(this.progress).toHaveCount(0);
  }

  async trySample(): Promise<void> {
    await this.page.getByRole('button', { name: 'Try the sample' }).click();
    await this.ready('sample-year.parquet');
  }

  async tryPortfolio(): Promise<void> {
    await this.page.getByRole('button', { name: 'Try a portfolio of 12 meters' }).click();
    await this.ready('sample-portfolio.parquet');
  }

  /** Chooses a file on disk, or files made here, in the picker behind the button. */
  async pick(
    files: string | readonly DroppedFile[],
    button: 'Open files' | 'Add files' = 'Open files',
  ): Promise<void> {
    const chosen =
      typeof files === 'string'
        ? files
        : files.map(({ name, bytes }) => ({
            name,
            mimeType: 'application/octet-stream',
            buffer: Buffer.from(bytes),
          }));
    await this.page.getByLabel(button).setInputFiles(chosen);
  }

  /** Drops files made in the page onto it. */
  drop(files: readonly DroppedFile[], mode: 'add' | 'replace' = 'replace'): Promise<void> {
    return dropFiles(this.page, files, mode);
  }

  /** Expects a refusal with this code and a sentence, within ten seconds. */
  async expectRefusal(code: string): Promise<void> {
    await expect(this.refusal.locator('code')).toHaveText(code, { timeout: 10_000 });
    await expect(this.refusal.getByRole('heading')).toHaveText(/\S+ \S+/);
    await expect(this.refusal).toContainText('What to do: ');
    await expect(this.progress).toHaveCount(0);
  }

  async dismissRefusal(): Promise<void> {
    await this.refusal.getByRole('button', { name: 'Dismiss' }).click();
    await expect(this.refusal).toHaveCount(0);
  }

  /** Waits until the time line shows single intervals, which the engine was asked for. */
  async showsIntervals(): Promise<void> {
    await expect(this.timelineCard).toContainText('Energy of each interval');
    await expect(this.timelineCard.getByRole('table', { name: /^Energy of each interval/ })).toHaveCount(1);
    // The other pictures follow the brush a moment later.
    await expect(this.page.locator('.sections[aria-busy="true"]')).toHaveCount(0);
  }

  private async dismissSaved(): Promise<void> {
    if ((await this.saved.count()) === 0) return;
    await this.saved.getByRole('button', { name: 'Dismiss the saved export' }).click();
  }

  /** Types a zone and confirms it, whether it is known or not. */
  async chooseZone(zone: string): Promise<void> {
    await this.zone.click();
    await this.zone.fill(zone);
    await this.zone.press('Enter');
  }

  /** Opens the export options from the button beside Export Parquet. */
  async openExportOptions(): Promise<void> {
    await this.dismissSaved();
    await this.page.getByRole('button', { name: 'Export options', exact: true }).click();
    await expect(this.exportOptions).toContainText(/About [\d,]+ rows?/);
  }

  /** The button of the open export options. */
  get exportThis(): Locator {
    return this.exportOptions.getByRole('button', { name: 'Export this' });
  }

  /** Exports, waits until the page says that the file is saved, and keeps it under this path. */
  async exportTo(path: string, button = this.exportParquetButton): Promise<string> {
    if ((await this.exportOptions.count()) === 0) await this.dismissSaved();
    const download = this.page.waitForEvent('download', { timeout: LONGEST_OPEN });
    await button.click();
    await (await this.orWhatIsSaid(download)).saveAs(path);
    await expect(this.saved.getByRole('heading')).toHaveText('Saved');
    return path;
  }

  /**
   * Presses Tab (or Shift+Tab) until the part has the focus. At every stop on the way the focus
   * must be on something that can be seen, inside the window, with a ring around it.
   */
  async tabTo(target: Locator, { most = 40, backwards = false } = {}): Promise<void> {
    for (let presses = 0; presses < most; presses++) {
      await this.page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
      const trouble = await this.page.evaluate(focusTrouble);
      expect(trouble, 'where the focus is').toBeNull();
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`The focus did not reach ${String(target)} within ${most} presses of Tab`);
  }
}

/** In the page: what keeps a person from seeing where the focus is, or null. */
function focusTrouble(): string | null {
  const element = document.activeElement;
  // Past the last stop the focus leaves for the browser's own bars.
  if (!element || element === document.body) return null;
  const name = `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`.slice(0, 80);
  const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
  const outside = bottom <= 0 || right <= 0 || top >= innerHeight || left >= innerWidth;
  if (width === 0 || height === 0 || outside) return `${name}: not in sight`;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const ring = (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  return ring ? null : `${name}: no ring`;
}
