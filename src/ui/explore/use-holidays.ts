import { useEffect, useMemo, useState } from 'react';
import { yearOf } from '../../charts/time-text';
import type * as holidayModule from '../../domain/holidays';
import type { Holiday, HolidayCountry } from '../../domain/holidays';
import type { SeriesRow } from '../../queries/rows';

type HolidayBook = Pick<typeof holidayModule, 'countryOfZone' | 'holidayCountries' | 'publicHolidays'>;

interface Choice {
  shown: boolean;
  /** Null until chosen: then the zone's country. */
  country: string | null;
  /** Count holidays as weekend days in the typical day. */
  asWeekend: boolean;
}

/** The holidays as the page shows them, and how to change that. */
export interface Holidays extends Choice {
  countries: readonly HolidayCountry[];
  /** In order; empty while off or on the way. */
  days: readonly Holiday[];
  /** The dates that count as weekend days, as `2022-01-01,…`; empty text for none. */
  weekendDates: string;
  /** The list could not be fetched. */
  failed: boolean;
  set: (change: Partial<Choice>) => void;
}

const EVERYDAY: Choice = { shown: false, country: null, asWeekend: false };

/** The holidays of the series' years. The list of the world's holidays is fetched when first asked for. */
export function useHolidays(zone: string, series: SeriesRow): Holidays {
  const [choice, setChoice] = useState(EVERYDAY);
  const [book, setBook] = useState<HolidayBook | null>(null);
  const [failed, setFailed] = useState(false);
  const { shown, asWeekend } = choice;
  useEffect(() => {
    if (!shown || book) return;
    import('../../domain/holidays').then(setBook, () => setFailed(true));
  }, [shown, book]);
  const country = useMemo(
    () => choice.country ?? book?.countryOfZone(zone) ?? null,
    [choice.country, book, zone],
  );
  const countries = useMemo(() => book?.holidayCountries() ?? [], [book]);
  const [first, last] = [yearOf(series.first_date), yearOf(series.last_date)];
  const days = useMemo(
    () => (shown && book && country ? book.publicHolidays(country, first, last) : []),
    [shown, book, country, first, last],
  );
  const weekendDates = useMemo(
    () => (asWeekend ? days.map(({ date }) => new Date(date).toISOString().slice(0, 10)).join(',') : ''),
    [asWeekend, days],
  );
  const set = (change: Partial<Choice>) => setChoice((before) => ({ ...before, ...change }));
  return { ...choice, country, countries, days, weekendDates, failed, set };
}
