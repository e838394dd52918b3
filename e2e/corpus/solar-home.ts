import { bellDraw, mulberry32 } from '../../src/cli/samples/random';
import { DAY, isoDate, vilniusIntervals } from '../../src/cli/samples/vilnius-clock';
import { meterFile } from './meter-file';
import type { MeterRow } from './meter-file';
import { seriesRows } from './meter-rows';

const FIRST = '2022-03-01';
const LAST = '2022-05-31';
const UNIT = { unit: 'Wh', ext_dev_ref: 'solar-home' };

/** Watt hours that the inverter did not report, by hour of the period: around 14:00 on 31 March. */
const UNDER_REPORTED: ReadonlyMap<number, number> = new Map([
  [732, 300],
  [733, 400],
  [734, 300],
]);

/** What the four channels of the home hold, and where they do not fit on purpose. */
export interface SolarHome {
  bytes: Uint8Array;
  /** Hours in which all four channels have a value. */
  compared: number;
  hours: number;
  /** Watt hours of each channel over the compared hours. */
  sums: Record<'production' | 'consumption' | 'export' | 'import', number>;
}

/**
 * A home with solar panels, hour by hour in whole watt hours, the four channels of one connection:
 * what it makes and uses, and what the meter at the street counts both ways. They fit exactly, but for
 * three hours in which the inverter reported too little, and eight that it did not report at all.
 */
export function solarHome(seed = 7): SolarHome {
  const random = mulberry32(seed);
  const hours = vilniusIntervals(isoDate(FIRST), isoDate(LAST), 60).map(({ local }) => {
    const hour = new Date(local).getUTCHours();
    const season = (local - isoDate(FIRST)) / (92 * DAY);
    const sun = Math.max(0, Math.sin(((hour - 5.5) / 15) * Math.PI)) * (hour > 5 && hour < 21 ? 1 : 0);
    const made = Math.round(sun * (1800 + 2200 * season) * (0.35 + 0.65 * random()));
    const morning = hour >= 6 && hour <= 8 ? 500 : 0;
    const evening = hour >= 17 && hour <= 22 ? 1100 : 0;
    const used = Math.round(Math.max(120, 320 + morning + evening + 120 * bellDraw(random)));
    return { made, used };
  });
  const told = (index: number): number | null => {
    if (index >= 1000 && index < 1008) return null;
    return hours[index]!.made - (UNDER_REPORTED.get(index) ?? 0);
  };
  const channels = {
    production: told,
    consumption: (index: number) => hours[index]!.used,
    export: (index: number) => Math.max(0, hours[index]!.made - hours[index]!.used),
    import: (index: number) => Math.max(0, hours[index]!.used - hours[index]!.made),
  };
  const compared = hours.map((_, index) => index).filter((index) => told(index) !== null);
  const rows = Object.entries(channels).flatMap(([channel, value]) =>
    seriesRows({
      first: FIRST,
      last: LAST,
      fields: { ...UNIT, channel },
      encoding: 'elapsed',
      value: value as (index: number) => number,
    }).map(({ row }): MeterRow => row),
  );
  const sum = (value: (index: number) => number | null) =>
    compared.reduce((total, index) => total + value(index)!, 0);
  return {
    bytes: meterFile(rows),
    compared: compared.length,
    hours: hours.length,
    sums: {
      production: sum(channels.production),
      consumption: sum(channels.consumption),
      export: sum(channels.export),
      import: sum(channels.import),
    },
  };
}

/** What a counter showed at every hour of two weeks, as text; it began again at zero once. */
export function counterText(seed = 11): { text: string; hours: number } {
  const random = mulberry32(seed);
  let state = 8123.4;
  const lines = vilniusIntervals(isoDate('2022-06-06'), isoDate('2022-06-19'), 60).map(({ utc }, index) => {
    if (index === 200) state = 0;
    const line = `counter-1,${new Date(utc).toISOString()},${state.toFixed(1)}`;
    state += Math.round((0.2 + random() * 1.6) * 10) / 10;
    return line;
  });
  return { text: ['meter,timestamp,kWh', ...lines].join('\n'), hours: lines.length };
}
