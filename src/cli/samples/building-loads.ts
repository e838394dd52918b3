import { isoWeekday, localHour, monthAndDay, perDay, within, type Load } from './home-loads';
import { bellDraw, between, type Random } from './random';
import { clamp, hill, plateau, rise } from './shape';
import type { Weather } from './weather';
import { summerness } from './weather';

/** Public holidays of Lithuania on fixed dates; offices stand still then. */
const PUBLIC_HOLIDAYS = new Set(
  '01-01 02-16 03-11 05-01 06-24 07-06 08-15 11-01 11-02 12-24 12-25 12-26'.split(' '),
);

/** An office: servers at night, ventilation before dawn, people from eight to five, cooling on hot afternoons. */
export function office(weather: Weather, random: Random): Load {
  const today = perDay((interval) => {
    const open = isoWeekday(interval) < 6 && !PUBLIC_HOLIDAYS.has(monthAndDay(interval));
    const july = within(monthAndDay(interval), '07-08', '08-09') ? 0.72 : 1;
    const friday = isoWeekday(interval) === 5 ? 0.86 : 1;
    return { open, staff: open ? july * friday * between(random, 0.88, 1.08) : 0 };
  });
  return (interval) => {
    const { open, staff } = today(interval);
    const hour = localHour(interval);
    const grain = clamp(1 + 0.04 * bellDraw(random), 0.85, 1.15);
    const people = staff * 17 * plateau(hour, 8.6, 16.8, 1.7) * (1 - 0.14 * hill(hour, 12.6, 0.9));
    const air = open ? 5.5 * plateau(hour, 5.8, 18.2, 0.3) : 0;
    const lights = staff * 4 * (1 - 0.75 * summerness(interval.utc)) * plateau(hour, 7.5, 18, 1);
    const heatOutside = Math.max(0, weather.temperature(interval.utc) - 19);
    const cooling = (open ? 1.5 : 0.08) * heatOutside * plateau(hour, 8, 18, 1.5);
    return (5.2 + people + air + lights + cooling) * grain;
  };
}

/** A grocery shop: fridges day and night and harder in summer, open 8 to 21, shorter on Sundays. */
export function groceryShop(weather: Weather, random: Random): Load {
  const today = perDay((interval) => {
    const closed = ['01-01', '12-25'].includes(monthAndDay(interval));
    const sunday = isoWeekday(interval) === 7;
    return { closed, opens: sunday ? 9 : 8, closes: sunday ? 19 : 21, bustle: between(random, 0.92, 1.08) };
  });
  return (interval) => {
    const { closed, opens, closes, bustle } = today(interval);
    const hour = localHour(interval);
    const grain = clamp(1 + 0.05 * bellDraw(random), 0.8, 1.2);
    const fridges = 6.4 + 0.17 * Math.max(0, weather.temperature(interval.utc) - 5);
    const trading = closed ? 0 : 9.5 * bustle * plateau(hour, opens, closes, 0.9);
    const bakery = closed ? 0 : 8 * hill(hour, opens - 1.4, 1.7);
    const cooling = closed
      ? 0
      : 0.35 * Math.max(0, weather.temperature(interval.utc) - 20) * plateau(hour, opens, closes, 1);
    return (fridges + trading + bakery + cooling) * grain;
  };
}

/** A cabin by a lake: a frost guard in winter, summer weekends, three weeks in July. */
export function holidayCabin(weather: Weather, random: Random): Load {
  const today = perDay((interval) => {
    const weekday = isoWeekday(interval);
    const day = monthAndDay(interval);
    const season = within(day, '05-01', '09-20') && random() < 0.72;
    const long = within(day, '07-05', '07-28') || within(day, '12-24', '12-27');
    return {
      from: long ? 0 : season && weekday === 5 ? 17 : season && weekday > 5 ? 0 : 24,
      leaves: weekday === 7 && !long ? 18 : 24,
    };
  });
  return (interval) => {
    const { from, leaves } = today(interval);
    const hour = localHour(interval);
    const guard = 0.055 * Math.max(0, 6 - weather.smoothedTemperature(interval.utc));
    const idle = 0.035 + guard * clamp(1 + 0.3 * bellDraw(random), 0, 2);
    if (hour < from || hour >= leaves) return idle;
    const heating = 0.06 * Math.max(0, 17 - weather.smoothedTemperature(interval.utc));
    const sauna = random() < 0.3 ? 5 * hill(hour, 20, 1.6) : 0;
    const living = 0.18 + 0.5 * hill(hour, 10, 2.5) + 0.85 * hill(hour, 19.5, 3.5);
    return idle + heating + living * between(random, 0.6, 1.4) + sauna;
  };
}

/** Gas in kW for a house: heat below 15 °C with a night setback, hot water all year. */
export function gasBoiler(perDegree: number, weather: Weather, random: Random): Load {
  return (interval) => {
    const hour = localHour(interval);
    const demand = Math.max(0, 15 - weather.smoothedTemperature(interval.utc));
    const clock = 0.55 + 0.75 * hill(hour, 6.8, 2.8) + 0.6 * hill(hour, 18.5, 5);
    const tap =
      random() < 0.1 + 0.5 * hill(hour, 7.2, 1.5) + 0.4 * hill(hour, 20.5, 2.5) ? between(random, 1, 5) : 0;
    return perDegree * demand * clock * clamp(1 + 0.12 * bellDraw(random), 0.6, 1.4) + tap;
  };
}

/** District heat in kW for a block of forty flats: heating from October to April, hot water all year. */
export function blockHeating(perDegree: number, weather: Weather, random: Random): Load {
  return (interval) => {
    const hour = localHour(interval);
    const day = monthAndDay(interval);
    const season = within(day, '04-22', '10-08') ? 0 : 1;
    const demand = season * Math.max(0, 16.5 - weather.smoothedTemperature(interval.utc));
    const clock = 0.94 + 0.12 * hill(hour, 6, 3) + 0.06 * rise(hour, 17, 19) * (1 - rise(hour, 22, 24));
    const water = 9 + 26 * hill(hour, 7.4, 2.2) + 30 * hill(hour, 20.6, 3.6) + 8 * hill(hour, 13, 4);
    const grain = clamp(1 + 0.04 * bellDraw(random), 0.85, 1.15);
    return (perDegree * demand * clock + water * (1.05 - 0.25 * summerness(interval.utc))) * grain;
  };
}
