/** A public holiday on a local date (midnight as if UTC, milliseconds). */
export interface Holiday {
  date: number;
  name: string;
}

export interface HolidayCountry {
  code: string;
  name: string;
}

/** `public/holidays.json`: the country-wide public holidays of the world, from a first to a last year. */
export interface HolidayData {
  /** Where the dates come from, with their licence. */
  source: string;
  firstYear: number;
  lastYear: number;
  /** In order of their English names. */
  countries: Record<
    string,
    {
      name: string;
      /** IANA zones that the country keeps. */
      zones: string[];
      /** By English name of the holiday, month and day with the years: `0101:1990-2040 0423:2000,2011`. */
      days: Record<string, string>;
    }
  >;
}

/** Countries whose holidays are known, in order of their English names. */
export function holidayCountries({ countries }: HolidayData): HolidayCountry[] {
  return Object.entries(countries).map(([code, { name }]) => ({ code, name }));
}

/** The first country that keeps this zone's time by its own rules, null where none is known. */
export function countryOfZone({ countries }: HolidayData, zone: string): string | null {
  return Object.keys(countries).find((code) => countries[code]!.zones.includes(zone)) ?? null;
}

/** The country-wide public holidays of the years, in order; none for a country or a year that is not known. */
export function publicHolidays(
  { countries }: HolidayData,
  country: string,
  firstYear: number,
  lastYear: number,
): Holiday[] {
  const found: Holiday[] = [];
  for (const [name, dates] of Object.entries(countries[country]?.days ?? {})) {
    for (const entry of dates.split(' ')) {
      const [monthDay = '', years = ''] = entry.split(':');
      const [month, day] = [Number(monthDay.slice(0, 2)) - 1, Number(monthDay.slice(2))];
      for (const range of years.split(',')) {
        const [from = 0, to = from] = range.split('-').map(Number);
        for (let year = Math.max(from, firstYear); year <= Math.min(to, lastYear); year++) {
          found.push({ date: Date.UTC(year, month, day), name });
        }
      }
    }
  }
  return found.sort((one, other) => one.date - other.date);
}
