import Holidays from 'date-holidays';
import data from 'date-holidays/package.json' with { type: 'json' };
import type { HolidayData } from '../../src/domain/holidays';

export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2040;
const DAY = 86_400_000;

/**
 * The country-wide public holidays that date-holidays knows, laid out for `public/holidays.json`: the library
 * with its calendars of the moon and the sun would be half of the page's JavaScript, its dates are a small file.
 * A holiday of several days stands on each of them; observed ("substitute") days count.
 */
export function holidayFile(codes?: readonly string[]): HolidayData {
  const names = Object.entries(new Holidays().getCountries('en')).filter(
    ([code]) => codes?.includes(code) ?? true,
  );
  return {
    source: `date-holidays ${data.version}, CC BY-SA 3.0`,
    firstYear: FIRST_YEAR,
    lastYear: LAST_YEAR,
    countries: Object.fromEntries(
      names
        .sort(([, one], [, other]) => one.localeCompare(other, 'en'))
        .map(([code, name]) => [
          code,
          { name, zones: new Holidays(code).getTimezones(), days: daysOf(code) },
        ]),
    ),
  };
}

/** By name, then by month and day, the years as ranges: `0101:1990-2040 0423:2000`. */
function daysOf(country: string): Record<string, string> {
  const calendar = new Holidays(country);
  const found = new Map<string, Map<string, number[]>>();
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    for (const { type, date, start, end, name } of calendar.getHolidays(year, 'en')) {
      if (type !== 'public') continue;
      const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
      const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY));
      for (let day = 0; day < days; day++) note(found, name, new Date(first + day * DAY).toISOString());
    }
  }
  return Object.fromEntries([...found].map(([name, dates]) => [name, rangesOf(dates)]));
}

function note(found: Map<string, Map<string, number[]>>, name: string, iso: string): void {
  const monthDay = iso.slice(5, 7) + iso.slice(8, 10);
  const dates = found.get(name) ?? new Map<string, number[]>();
  found.set(name, dates);
  dates.set(monthDay, [...(dates.get(monthDay) ?? []), Number(iso.slice(0, 4))]);
}

function rangesOf(dates: Map<string, number[]>): string {
  return [...dates]
    .map(([monthDay, years]) => {
      const ranges: [number, number][] = [];
      for (const year of [...new Set(years)].sort((one, other) => one - other)) {
        const last = ranges.at(-1);
        if (last?.[1] === year - 1) last[1] = year;
        else ranges.push([year, year]);
      }
      return `${monthDay}:${ranges.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(',')}`;
    })
    .join(' ');
}
