import { bellDraw, mulberry32, wander, type Random } from './random';
import { clamp, cosineOfTurns } from './shape';
import { HOUR, MINUTE } from './vilnius-clock';

/** Two invented years of Vilnius-like weather: winters around −5 °C, summers around 19 °C, grey Novembers. */
export interface Weather {
  /** Outdoor temperature in °C at an instant. */
  temperature(utc: number): number;
  /** What a day's heat losses follow: the temperature smoothed over about a day. */
  smoothedTemperature(utc: number): number;
  /** Electric power in kW that 1 kW of south-facing solar panels gives at an instant. */
  solarPerKilowattPeak(utc: number): number;
}

const YEAR_HOURS = 365.25 * 24;

/** Weather for every hour from `from` to `to` (UTC milliseconds), the same for the same seed. */
export function makeWeather(seed: number, from: number, to: number): Weather {
  const random = mulberry32(seed);
  const start = Math.floor(from / HOUR) * HOUR;
  const hours = Math.ceil((to - start) / HOUR) + 2;
  const { temperatures, skies } = hourlySeries(random, start, hours);
  const smoothed = smooth(temperatures, 0.06);
  const at = (series: Float64Array, utc: number) => interpolate(series, (utc - start) / HOUR);
  return {
    temperature: (utc) => at(temperatures, utc),
    smoothedTemperature: (utc) => at(smoothed, utc),
    solarPerKilowattPeak: (utc) => solarOutput(utc, at(skies, utc)),
  };
}

/** 0 in mid-winter, 1 in mid-summer, as Vilnius feels it (three weeks behind the sun). */
export function summerness(utc: number): number {
  return 0.5 - 0.5 * cosineOfTurns(hourOfYear(utc) / YEAR_HOURS - 0.05);
}

function hourlySeries(random: Random, start: number, hours: number) {
  const temperatures = new Float64Array(hours);
  const skies = new Float64Array(hours);
  let airMass = 0;
  let clouds = 0;
  for (let hour = 0; hour < hours; hour++) {
    const utc = start + hour * HOUR;
    const summer = summerness(utc);
    airMass = wander(airMass, 0.99, random);
    clouds = wander(clouds, 0.95, random);
    const sky = 0.27 + 0.36 * summer + 0.32 * clouds;
    const clear = clamp(sky, 0, 1);
    const dayTurn = (utc % (24 * HOUR)) / (24 * HOUR);
    const swing = (1 + 4.5 * summer) * (0.4 + 0.8 * clear) * cosineOfTurns(dayTurn - 0.53);
    const winterClearChill = (1 - summer) * -3.5 * (clear - 0.3);
    temperatures[hour] =
      -4.6 + 23.4 * summer + 4.3 * airMass + swing + winterClearChill + 0.2 * bellDraw(random);
    skies[hour] = sky;
  }
  return { temperatures, skies };
}

/** Power of 1 kWp tilted 35° to the south at 54.7° N, 25.3° E; `sky` is 1 when blue, 0 when overcast, less when dark. */
function solarOutput(utc: number, sky: number): number {
  const clear = clamp(sky, 0, 1);
  const gloom = clamp(-sky, 0, 0.55);
  const sineOfDeclination = 0.3978 * cosineOfTurns(hourOfYear(utc) / YEAR_HOURS - 172 / 365.25);
  const cosineOfDeclination = Math.sqrt(1 - sineOfDeclination * sineOfDeclination);
  const hourAngle = cosineOfTurns((utc % (24 * HOUR)) / (24 * HOUR) + 25.3 / 360 - 0.5);
  const elevation = 0.8161 * sineOfDeclination + 0.5779 * cosineOfDeclination * hourAngle;
  if (elevation <= 0) return 0;
  const onPanel = 0.3371 * sineOfDeclination + 0.9415 * cosineOfDeclination * hourAngle;
  const direct = (1.02 * elevation) / (elevation + 0.14);
  const diffuse = (0.2 - 0.09 * clear - 0.3 * gloom) * Math.min(1, 2.2 * elevation);
  return 0.84 * (direct * clear * clear * Math.max(0, onPanel) + diffuse);
}

function hourOfYear(utc: number): number {
  return (utc - Date.UTC(new Date(utc).getUTCFullYear(), 0, 1)) / (60 * MINUTE);
}

function smooth(series: Float64Array, share: number): Float64Array {
  const smoothed = new Float64Array(series.length);
  let held = series[0] ?? 0;
  series.forEach((value, index) => {
    held += share * (value - held);
    smoothed[index] = held;
  });
  return smoothed;
}

function interpolate(series: Float64Array, position: number): number {
  const index = clamp(Math.floor(position), 0, series.length - 2);
  const part = position - index;
  return (series[index] ?? 0) * (1 - part) + (series[index + 1] ?? 0) * part;
}
