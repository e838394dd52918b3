import type { Policies } from '../domain/policy';
import { CHANNELS, FUELS, isSeriesSettings, MEANINGS, seriesKey } from '../domain/series';
import type { SeriesSetting, SeriesSettings } from '../domain/series';
import { UsageError } from './usage-error';

export const SERIES_USAGE = `
What single series are, whatever their file says (may be repeated):
  --series METER:NAME=VALUE,…   METER may be METER/CHANNEL; NAME is one of
                      fuel, channel, unit, meaning (${MEANINGS.join(', ')}),
                      capacity (kW of the connection), calorific (kWh per m³)
`;

/** What a person says about the series of one meter. */
export interface SeriesChoice {
  meter: string;
  setting: SeriesSetting;
}

/** A series as its file states it. */
export interface StatedSeries {
  client_id: string;
  ext_dev_ref: string;
  fuel: string | null;
  channel: string | null;
  unit: string | null;
}

const NUMBERS: Readonly<Record<string, keyof SeriesSetting>> = {
  capacity: 'capacityKw',
  calorific: 'calorificKwhPerM3',
};
const WORDS: readonly string[] = ['fuel', 'channel', 'unit', 'meaning'];

/** Reads `METER:capacity=11,unit=kWh`. A meter's own name may hold colons. @throws UsageError */
export function readSeriesOption(text: string): SeriesChoice {
  const at = text.lastIndexOf(':');
  const pairs = at < 0 ? [] : text.slice(at + 1).split(',');
  if (at < 1 || pairs.some((pair) => !pair.includes('=')))
    throw new UsageError(`--series takes METER:NAME=VALUE, not “${text}”.`);
  const entries = pairs.map((pair): [string, string | number] => {
    const [name = '', value = ''] = pair.trim().split('=');
    if (WORDS.includes(name)) return [name, value];
    const number = NUMBERS[name];
    if (number === undefined)
      throw new UsageError(
        `--series knows ${[...WORDS, ...Object.keys(NUMBERS)].join(', ')}, not “${name}”.`,
      );
    return [number, Number(value)];
  });
  const setting = Object.fromEntries(entries);
  if (!isSeriesSettings({ [text]: setting }))
    throw new UsageError(
      `“${text}” says what no series can be. Fuels: ${FUELS.join(', ')}; channels: ${CHANNELS.join(', ')}; numbers are above 0.`,
    );
  return { meter: text.slice(0, at), setting };
}

/**
 * The policies with what was said about single series, under the keys of the series that were read.
 * @throws UsageError for a meter that no input has
 */
export function withSeriesChoices(
  policies: Policies,
  choices: readonly SeriesChoice[],
  series: readonly StatedSeries[],
): Policies {
  const seriesSettings: Record<string, SeriesSetting> = { ...policies.seriesSettings };
  for (const { meter, setting } of choices) {
    const meant = series.filter(
      (one) =>
        one.ext_dev_ref === meter || `${one.ext_dev_ref}/${one.channel ?? policies.assumedChannel}` === meter,
    );
    if (meant.length === 0)
      throw new UsageError(
        `No series of the meter “${meter}” was read. There are ${meterNames(series).join(', ')}.`,
      );
    for (const one of meant)
      seriesSettings[seriesKey(one)] = { ...seriesSettings[seriesKey(one)], ...setting };
  }
  return { ...policies, seriesSettings: seriesSettings satisfies SeriesSettings };
}

function meterNames(series: readonly StatedSeries[]): string[] {
  const names = [...new Set(series.map(({ ext_dev_ref }) => `“${ext_dev_ref}”`))];
  return names.length > 8 ? [...names.slice(0, 8), `${names.length - 8} more`] : names;
}
