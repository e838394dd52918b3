import type { Locator, Page } from '@playwright/test';

/** The SQL view. Its editor lives in an open shadow root, which Playwright's locators look into. */
export class SqlPage {
  readonly editor: Locator;
  readonly completion: Locator;
  readonly mark: Locator;
  readonly trouble: Locator;
  readonly status: Locator;
  readonly grid: Locator;

  constructor(private readonly page: Page) {
    const view = page.getByRole('region', { name: 'SQL console' });
    this.editor = view.getByRole('textbox', { name: 'SQL statement' });
    this.completion = view.getByRole('listbox', { name: 'Completions' }).getByRole('option');
    this.mark = view.locator('.cm-trouble');
    this.trouble = view.getByRole('alert');
    this.status = view.locator('.console-status').getByRole('status');
    this.grid = view.getByRole('region', { name: 'Result' });
  }

  /** Puts a text into the editor by keyboard. */
  async write(statement: string): Promise<void> {
    await this.editor.click();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(statement);
  }

  /** Puts a statement in at once, and runs it by keyboard. */
  async run(statement: string): Promise<void> {
    await this.editor.click();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.insertText(statement);
    await this.page.keyboard.press('ControlOrMeta+Enter');
  }

  /** A row of the result by its number, as far as it is in sight. */
  row(number: number): Locator {
    return this.grid.getByRole('row').and(this.page.locator(`[aria-rowindex="${number + 1}"]`));
  }
}
