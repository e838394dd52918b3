import { blockHeating, gasBoiler, groceryShop, holidayCabin, office } from './building-loads';
import type { Encoding } from './fold';
import { carCharger, electricHeating, heatPump, household, type Household, type Load } from './home-loads';
import { between, type Random } from './random';
import type { Channel, Fuel } from '../../domain/series';
import type { TrueInterval } from './vilnius-clock';
import type { Weather } from './weather';

/** Readings of one interval in watt-hours, whole numbers, per channel. */
export type MeterOutput = Partial<Record<Channel, number>>;

/** One invented meter of the portfolio. */
export interface PortfolioMeter {
  client_id: string;
  ext_dev_ref: string;
  fuel: Fuel;
  channels: readonly Channel[];
  resolution_minutes: 60 | 15;
  encoding: Encoding;
  /** Builds the meter's behaviour; the returned function is asked once per interval, in order of time. */
  build(weather: Weather, random: Random): (interval: TrueInterval) => MeterOutput;
}

const COUPLE: Household = {
  base: 0.09,
  morning: 0.17,
  evening: 0.36,
  lights: 0.08,
  appliances: 0.07,
  away: [['07-10', '07-20']],
};
const FAMILY: Household = {
  base: 0.15,
  morning: 0.36,
  evening: 0.74,
  lights: 0.2,
  appliances: 0.13,
  away: [
    ['08-03', '08-14'],
    ['12-27', '12-31'],
  ],
};
const VILLAGE_HOUSE: Household = { ...FAMILY, base: 0.2, evening: 0.62, away: [['06-22', '06-28']] };

/** The twelve meters, in file order. */
export const PORTFOLIO_METERS: readonly PortfolioMeter[] = [
  consumer('demo-homes', 'flat-couple', 60, (_weather, random) => household(COUPLE, random)),
  consumer('demo-homes', 'flat-family', 15, (_weather, random) => household(FAMILY, random)),
  consumer('demo-homes', 'house-heat-pump', 60, (weather, random) =>
    sumOf(household(FAMILY, random), heatPump(0.3, weather, random)),
  ),
  consumer('demo-homes', 'house-electric-heating', 60, (weather, random) =>
    sumOf(household(VILLAGE_HOUSE, random), electricHeating(0.15, weather, random)),
  ),
  prosumer('house-solar', 15, 6.4, (_weather, random) => household({ ...FAMILY, base: 0.13 }, random)),
  prosumer('house-solar-heat-pump', 60, 9.8, (weather, random) =>
    sumOf(household(VILLAGE_HOUSE, random), heatPump(0.27, weather, random)),
  ),
  consumer('demo-homes', 'ev-charger', 15, (_weather, random) => carCharger(random)),
  consumer('demo-homes', 'lake-cabin', 60, holidayCabin),
  // Current transformers make large meters count in coarse steps.
  { ...consumer('demo-business', 'office', 15, office, 40), encoding: 'elapsed' },
  consumer('demo-business', 'grocery-shop', 60, groceryShop, 60),
  {
    ...consumer(
      'demo-homes',
      'house-gas-boiler',
      60,
      (weather, random) => gasBoiler(0.42, weather, random),
      105,
    ),
    fuel: 'gas',
  },
  {
    ...consumer(
      'demo-housing',
      'block-heat',
      60,
      (weather, random) => blockHeating(7.2, weather, random),
      500,
    ),
    fuel: 'district_heating',
    encoding: 'elapsed',
  },
];

/** A meter with one channel, `consumption`, that counts in steps of `stepWh`. */
function consumer(
  client_id: string,
  ext_dev_ref: string,
  resolution_minutes: 60 | 15,
  load: (weather: Weather, random: Random) => Load,
  stepWh = 1,
): PortfolioMeter {
  return {
    client_id,
    ext_dev_ref,
    fuel: 'electricity',
    channels: ['consumption'],
    resolution_minutes,
    encoding: 'wall-clock-summed',
    build: (weather, random) => {
      const power = load(weather, random);
      return (interval) => ({ consumption: wattHours(power(interval), interval, stepWh) });
    },
  };
}

/** A home with solar panels of `peak` kW: what it takes, what it gives away and what the panels make. */
function prosumer(
  ext_dev_ref: string,
  resolution_minutes: 60 | 15,
  peak: number,
  load: (weather: Weather, random: Random) => Load,
): PortfolioMeter {
  return {
    client_id: 'demo-solar',
    ext_dev_ref,
    fuel: 'electricity',
    channels: ['import', 'export', 'production'],
    resolution_minutes,
    encoding: 'wall-clock-summed',
    build: (weather, random) => {
      const power = load(weather, random);
      return (interval) => {
        const used = wattHours(power(interval), interval, 1);
        const middle = interval.utc + interval.interval_minutes * 30_000;
        const flicker = between(random, 0.9, 1.06);
        const production = wattHours(peak * flicker * weather.solarPerKilowattPeak(middle), interval, 1);
        // Within one interval a cloud or a kettle lets a meter count both ways; the balance stays exact.
        const bothWays = Math.round(Math.min(used, production) * between(random, 0, 0.12));
        return {
          import: Math.max(0, used - production) + bothWays,
          export: Math.max(0, production - used) + bothWays,
          production,
        };
      };
    },
  };
}

function sumOf(...loads: Load[]): Load {
  return (interval) => loads.reduce((total, load) => total + load(interval), 0);
}

function wattHours(kilowatts: number, interval: TrueInterval, stepWh: number): number {
  return Math.round((kilowatts * interval.interval_minutes * 1000) / 60 / stepWh) * stepWh;
}
