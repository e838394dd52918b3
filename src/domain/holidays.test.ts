import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { countryOfZone, holidayCountries, publicHolidays } from './holidays';
import type { HolidayData } from './holidays';

const data = JSON.parse(
  readFileSync(new URL('../../public/holidays.json', import.meta.url), 'utf8'),
) as HolidayData;

test('the country follows from the zone where one is known', () => {
  expect(countryOfZone(data, 'Europe/Vilnius')).toBe('LT');
  expect(countryOfZone(data, 'Asia/Kolkata')).toBe('IN');
  expect(countryOfZone(data, 'Etc/UTC')).toBeNull();
  expect(holidayCountries(data).length).toBeGreaterThan(100);
});

test('holidays stand on local dates, whatever the zone of the machine', () => {
  const found = publicHolidays(data, 'LT', 2022, 2023);
  const iso = found.map(({ date }) => new Date(date).toISOString());
  expect(iso.every((text) => text.endsWith('T00:00:00.000Z'))).toBe(true);
  expect(iso.map((text) => text.slice(0, 10))).toEqual(
    expect.arrayContaining(['2022-02-16', '2022-04-17', '2022-12-25', '2023-07-06']),
  );
  expect(iso.every((text) => text >= '2022' && text < '2024')).toBe(true);
  expect(found).toEqual([...found].sort((one, other) => one.date - other.date));
  expect(publicHolidays(data, 'XX', 2022, 2023)).toEqual([]);
});
