import { bellDraw, between, wander, type Random } from './random';
import { clamp, hill, rise } from './shape';
import type { Weather } from './weather';
import { summerness } from './weather';
import { dateOf, HOUR, type TrueInterval } from './vilnius-clock';

/** Mean power in kW over an interval. Loads keep state: ask them in order of time, once per interval. */
export type Load = (interval: TrueInterval) => number;

/** What makes one household different from the next. Powers in kW. */
export interface Household {
  base: number;
  morning: number;
  evening: number;
  lights: number;
  /** Chance per waking hour that a cooker, washer or kettle runs. */
  appliances: number;
  /** Holidays: [first, last] dates as `MM-DD`, when only the base load runs. */
  away: readonly (readonly [string, string])[];
}

/** Hour of the local clock, 0 to 24, fractions included. */
export function localHour(interval: TrueInterval): number {
  return (interval.local - dateOf(interval.local)) / HOUR;
}

/** ISO weekday of the local date: 1 Monday to 7 Sunday. */
export function isoWeekday(interval: TrueInterval): number {
  return new Date(interval.local).getUTCDay() || 7;
}

/** `MM-DD` of the local date. */
export function monthAndDay(interval: TrueInterval): string {
  return new Date(interval.local).toISOString().slice(5, 10);
}

/** Calls `draw` once per local date and remembers its answer for the rest of the day. */
export function perDay<T>(draw: (interval: TrueInterval) => T): (interval: TrueInterval) => T {
  let date = Number.NaN;
  let drawn: T;
  return (interval) => {
    const today = dateOf(interval.local);
    if (today !== date) {
      date = today;
      drawn = draw(interval);
    }
    return drawn;
  };
}

/** People at home: night base load, a morning and an evening hump, later and longer at the weekend. */
export function household(traits: Household, random: Random): Load {
  const today = perDay((interval) => ({
    away: traits.away.some(([from, to]) => within(monthAndDay(interval), from, to)),
    weekend: isoWeekday(interval) > 5,
    liveliness: clamp(1 + 0.22 * bellDraw(random), 0.5, 1.7),
    wake: between(random, -0.5, 0.6),
    dine: between(random, -0.8, 0.8),
  }));
  let fridge = 0;
  return (interval) => {
    const day = today(interval);
    const hour = localHour(interval);
    fridge = wander(fridge, 0.3, random);
    const base = traits.base * (1 + 0.12 * fridge);
    if (day.away) return base;
    const morning =
      traits.morning * hill(hour, (day.weekend ? 9.6 : 7.2) + day.wake, day.weekend ? 3.2 : 1.9);
    const noon = (day.weekend ? 0.55 : 0.16) * traits.evening * hill(hour, 13.5, 3.5);
    const evening = traits.evening * hill(hour, 19.6 + day.dine, 4.4);
    const dusk = 21.3 - 5 * (1 - summerness(interval.utc));
    const lit =
      rise(hour, dusk - 1, dusk + 1) * (1 - rise(hour, 22.5, 24)) +
      hill(hour, 7, 1.5) * darkMorning(interval);
    const living = (morning + noon + evening) * day.liveliness * (1.08 - 0.16 * summerness(interval.utc));
    const grain = clamp(1 + 0.18 * bellDraw(random), 0.4, 1.8);
    return (
      base + (living + traits.lights * lit) * grain + applianceRun(traits.appliances, hour, interval, random)
    );
  };
}

/** Direct electric heating with a night setback and a morning boost; `perDegree` in kW below 16 °C. */
export function electricHeating(perDegree: number, weather: Weather, random: Random): Load {
  return (interval) => {
    const hour = localHour(interval);
    const demand = Math.max(0, 16 - weather.smoothedTemperature(interval.utc));
    const clock = 0.78 + 0.5 * hill(hour, 6.5, 2.5) + 0.3 * hill(hour, 18.5, 4.5);
    return perDegree * demand * clock * clamp(1 + 0.08 * bellDraw(random), 0.7, 1.3);
  };
}

/** A heat pump: the colder it is, the more heat is wanted and the less heat a kilowatt-hour gives. */
export function heatPump(heatPerDegree: number, weather: Weather, random: Random): Load {
  return (interval) => {
    const hour = localHour(interval);
    const outside = weather.temperature(interval.utc);
    const heat = heatPerDegree * Math.max(0, 15.5 - weather.smoothedTemperature(interval.utc));
    const performance = clamp(3.4 + 0.085 * outside, 1.7, 4.8);
    const hotWater = 0.9 * hill(hour, 4.5, 1.2) + 0.7 * hill(hour, 14.5, 1.1);
    const clock = 0.9 + 0.2 * hill(hour, 5.5, 3) + 0.1 * hill(hour, 19, 4);
    return (heat * clock) / performance + hotWater * clamp(1 + 0.2 * bellDraw(random), 0.4, 1.6);
  };
}

/** Charging at home: three to five evenings a week, 11 kW until the battery is full, else a standby trickle. */
export function carCharger(random: Random): Load {
  let wantedKwh = 0;
  const today = perDay((interval) => {
    const charges = random() < (isoWeekday(interval) > 5 ? 0.35 : 0.6);
    const afterMidnight = random() < 0.3;
    return {
      plugIn: charges ? (afterMidnight ? 23 : between(random, 17.2, 21.8)) : null,
      kwh: between(random, 7, 38),
    };
  });
  let plugged = Number.NaN;
  return (interval) => {
    const day = today(interval);
    const date = dateOf(interval.local);
    if (day.plugIn !== null && plugged !== date && localHour(interval) >= day.plugIn) {
      plugged = date;
      wantedKwh = day.kwh;
    }
    const hours = interval.interval_minutes / 60;
    const taper = wantedKwh < 3 ? 4.2 : 10.8 + 0.1 * random();
    const power = Math.min(taper, wantedKwh / hours);
    wantedKwh -= power * hours;
    return 0.004 + power;
  };
}

/** True when `MM-DD` lies between two others, both included. */
export function within(day: string, from: string, to: string): boolean {
  return day >= from && day <= to;
}

function darkMorning(interval: TrueInterval): number {
  return clamp(1 - 1.6 * summerness(interval.utc), 0, 1);
}

function applianceRun(chance: number, hour: number, interval: TrueInterval, random: Random): number {
  const awake = rise(hour, 6, 8) * (1 - rise(hour, 21.5, 23.5));
  const draw = random();
  const power = between(random, 0.7, 2.3);
  // A run lasts some 40 minutes: in a quarter of an hour it is all or nothing, in an hour it is diluted.
  const share = Math.min(1, 40 / interval.interval_minutes);
  return draw < chance * awake * Math.max(1, interval.interval_minutes / 60) ? power * share : 0;
}
