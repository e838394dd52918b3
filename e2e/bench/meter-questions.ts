import type { Page } from '@playwright/test';
import { METER_SQL } from '../../src/queries/meter-sql';
import { WHOLE_PERIOD } from '../../src/queries/period';
import { askSession } from './page-session';

/** Asks the page's own session all questions of a meter's page at once, as the page does, and draws nothing. */
export async function askMeterInPage(page: Page, place: number): Promise<number> {
  const statements = Object.values(METER_SQL);
  const parameters = { ...WHOLE_PERIOD, holidays: '' };
  return (await page.evaluate(askSession, { statements, place, parameters })).ms;
}
