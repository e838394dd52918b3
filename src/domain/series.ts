/** What flows through a meter. Import, export, production and consumption are never summed with each other. */
export const CHANNELS = ['consumption', 'import', 'export', 'production'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What is metered. */
export const FUELS = ['electricity', 'gas', 'district_heating'] as const;
export type Fuel = (typeof FUELS)[number];

/** The unit word for readings whose unit neither the file nor the person stated. */
export const UNKNOWN_UNIT = 'unknown';

/**
 * What a value is: the energy of its interval, or the state of a counter at the start or the end of it.
 */
export const MEANINGS = ['interval', 'register', 'register-end'] as const;
export type Meaning = (typeof MEANINGS)[number];

/** What a person set for one series; it goes before what the file states. */
export interface SeriesSetting {
  fuel?: Fuel;
  channel?: Channel;
  unit?: string;
  meaning?: Meaning;
  /** What the connection carries. */
  capacityKw?: number;
  /** kWh in a cubic metre of its gas. */
  calorificKwhPerM3?: number;
}

/** Settings by the series' key: what its file states of it. */
export type SeriesSettings = Readonly<Record<string, SeriesSetting>>;

const LONGEST_UNIT = 24;

/** Whether a value from outside may stand for settings of series. */
export function isSeriesSettings(value: unknown): value is SeriesSettings {
  return isPlainObject(value) && Object.values(value).every(isSeriesSetting);
}

function isSeriesSetting(value: unknown): boolean {
  if (!isPlainObject(value)) return false;
  return Object.entries(value).every(([name, word]) => {
    if (name === 'capacityKw' || name === 'calorificKwhPerM3')
      return typeof word === 'number' && Number.isFinite(word) && word > 0;
    if (typeof word !== 'string') return false;
    if (name === 'meaning') return (MEANINGS as readonly string[]).includes(word);
    if (name === 'fuel') return (FUELS as readonly string[]).includes(word);
    if (name === 'channel') return (CHANNELS as readonly string[]).includes(word);
    return name === 'unit' && word.length > 0 && word.length <= LONGEST_UNIT;
  });
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The key of a series: what its file states of it. `series_named.sql` makes the same.
 */
export function seriesKey(series: {
  client_id: string;
  ext_dev_ref: string;
  fuel: string | null;
  channel: string | null;
  unit: string | null;
}): string {
  const { client_id, ext_dev_ref, fuel, channel, unit } = series;
  return [client_id, ext_dev_ref, fuel ?? '', channel ?? '', unit ?? ''].join('\u001f');
}
