import { useEffect, useMemo, useState } from 'react';
import { yearOf } from '../../charts/time-text';
import { countryOfZone, holidayCountries, publicHolidays } from '../../domain/holidays';
import type { Holiday, HolidayCountry, HolidayData } from '../../domain/holidays';
import type { SeriesRow } from '../../queries/rows/series';
import { useParameter } from '../views/use-view';

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
  /** The years that the list knows, null while it is on the way. */
  years: { first: number; last: number } | null;
  set: (change: Partial<Choice>) => void;
}

/** In the address: the holidays of whichever country keeps the zone. */
const OF_ZONE = 'zone';

/**
 * The holidays of the series' years. What is chosen stands in the address; the list of the world's
 * holidays is fetched from this origin when first asked for.
 */
export function useHolidays(zone: string, series: SeriesRow): Holidays {
  const [chosen, setChosen] = useParameter('holidays');
  const [as, setAs] = useParameter('holidays-as');
  const [data, setData] = useState<HolidayData | null>(null);
  const [failed, setFailed] = useState(false);
  const shown = chosen !== null;
  useEffect(() => {
    if (!shown || data) return;
    fetchHolidays().then(setData, () => setFailed(true));
  }, [shown, data]);
  const country = useMemo(
    () => (chosen !== null && chosen !== OF_ZONE ? chosen : data && countryOfZone(data, zone)),
    [chosen, data, zone],
  );
  const countries = useMemo(() => (data ? holidayCountries(data) : []), [data]);
  const [first, last] = [yearOf(series.first_date), yearOf(series.last_date)];
  const days = useMemo(
    () => (shown && data && country ? publicHolidays(data, country, first, last) : []),
    [shown, data, country, first, last],
  );
  const asWeekend = as === 'weekend';
  const weekendDates = useMemo(
    () => (asWeekend ? days.map(({ date }) => new Date(date).toISOString().slice(0, 10)).join(',') : ''),
    [asWeekend, days],
  );
  const set = (change: Partial<Choice>) => {
    if (change.shown !== undefined) setChosen(change.shown ? OF_ZONE : null);
    if (change.shown === false) setAs(null);
    if (change.country) setChosen(change.country);
    if (change.asWeekend !== undefined) setAs(change.asWeekend ? 'weekend' : null);
  };
  const years = data && { first: data.firstYear, last: data.lastYear };
  return { shown, country, asWeekend, countries, days, weekendDates, failed, years, set };
}

async function fetchHolidays(): Promise<HolidayData> {
  const response = await fetch(`${import.meta.env.BASE_URL}holidays.json`);
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as HolidayData;
}
