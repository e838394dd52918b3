import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { publicHolidays } from '../../src/domain/holidays';
import type { HolidayData } from '../../src/domain/holidays';
import { FIRST_YEAR, holidayFile, LAST_YEAR } from './holiday-file';

const written = JSON.parse(
  readFileSync(new URL('../../public/holidays.json', import.meta.url), 'utf8'),
) as HolidayData;

it('the file that the page fetches is what the library says; else run `npm run holidays`', () => {
  const codes = ['LT', 'SE', 'IL'];
  const made = holidayFile(codes);
  expect(Object.keys(written.countries).length).toBeGreaterThan(180);
  expect(written.source).toBe(made.source);
  for (const code of codes) expect(written.countries[code]).toEqual(made.countries[code]);
});

it('every country has holidays in every year of the file', () => {
  for (const code of Object.keys(written.countries)) {
    const years = publicHolidays(written, code, FIRST_YEAR, LAST_YEAR).map(({ date }) =>
      new Date(date).getUTCFullYear(),
    );
    if (years.length > 0) expect(new Set(years).size, code).toBeGreaterThan(40);
  }
});
