import Holidays from 'date-holidays';

/** A public holiday on a local date (midnight as if UTC, milliseconds). */
export interface Holiday {
  date: number;
  name: string;
}

export interface HolidayCountry {
  code: string;
  name: string;
}

/** Countries whose holidays are known, in order of their English names. */
export function holidayCountries(): HolidayCountry[] {
  return Object.entries(new Holidays().getCountries('en'))
    .map(([code, name]) => ({ code, name }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** The first country that keeps this zone's time by its own rules, null where none is known. */
export function countryOfZone(zone: string): string | null {
  const found = holidayCountries().find(({ code }) => new Holidays(code).getTimezones().includes(zone));
  return found?.code ?? null;
}

const DAY = 86_400_000;

/**
 * The country-wide public holidays of the years, in order. A holiday of several days stands on each
 * of them; observed ("substitute") days count.
 */
export function publicHolidays(country: string, firstYear: number, lastYear: number): Holiday[] {
  const calendar = new Holidays(country);
  const found: Holiday[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    for (const { type, date, start, end, name } of calendar.getHolidays(year, 'en')) {
      if (type !== 'public') continue;
      const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
      const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY));
      for (let day = 0; day < days; day++) found.push({ date: first + day * DAY, name });
    }
  }
  return found.sort((one, other) => one.date - other.date);
}
