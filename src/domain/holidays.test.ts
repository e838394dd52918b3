import { expect, test } from 'vitest';
import { countryOfZone, holidayCountries, publicHolidays } from './holidays';

test('the country follows from the zone where one is known', () => {
  expect(countryOfZone('Europe/Vilnius')).toBe('LT');
  expect(countryOfZone('Asia/Kolkata')).toBe('IN');
  expect(countryOfZone('Etc/UTC')).toBeNull();
  expect(holidayCountries().length).toBeGreaterThan(100);
});

test('holidays stand on local dates, whatever the zone of the machine', () => {
  const found = publicHolidays('LT', 2022, 2023);
  const iso = found.map(({ date }) => new Date(date).toISOString());
  expect(iso.every((text) => text.endsWith('T00:00:00.000Z'))).toBe(true);
  expect(iso.map((text) => text.slice(0, 10))).toEqual(
    expect.arrayContaining(['2022-02-16', '2022-04-17', '2022-12-25', '2023-07-06']),
  );
  expect(found).toEqual([...found].sort((one, other) => one.date - other.date));
});
