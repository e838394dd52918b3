import { CHANNELS, FUELS } from '../domain/series';
import { readOffset, readResolution } from '../readers/cell-text';
import { ROLES, SHAPES } from '../readers/input-mapping';
import type { Clock, Role } from '../readers/input-mapping';
import type { MappingOverride } from '../readers/mapping-override';
import { UsageError } from './usage-error';

/** The options that say how the columns of the inputs are meant. */
export const MAPPING_OPTIONS = {
  map: { type: 'string', multiple: true },
  value: { type: 'string', multiple: true },
  slots: { type: 'string' },
  shape: { type: 'string' },
  label: { type: 'string' },
  clock: { type: 'string' },
  dates: { type: 'string' },
  decimal: { type: 'string' },
  interval: { type: 'string' },
  client: { type: 'string' },
  meter: { type: 'string' },
} as const;

export const MAPPING_USAGE = `
For files whose columns are not recognised (docs/input-formats.md):
  --map ROLE=COLUMN   what a column is, may be repeated; ROLE is one of
                      ${ROLES.slice(0, 6).join(', ')},
                      ${ROLES.slice(6).join(', ')}
  --value COLUMN:NAME=VALUE,…
                      a column of readings, where there are several (repeat it): each
                      becomes series of its own; NAME is one of channel, fuel, unit
  --slots FIRST..LAST the columns of a day's slots
  --shape NAME        ${SHAPES.filter((shape) => shape !== 'nem12').join(' | ')}
  --label NAME        start | end: what of its interval a time names
  --clock NAME        local | utc | stated | +02:00: the clock that times were read from
  --dates ORDER       year-first | day-first | month-first
  --decimal MARK      point | comma
  --interval LENGTH   15min, PT1H, …: the length of an interval
  --client NAME       the client, where no column says it
  --meter NAME        the meter, where no column says it
`;

type Values = Partial<Record<Exclude<keyof typeof MAPPING_OPTIONS, 'map' | 'value'>, string>> & {
  map?: string[];
  value?: string[];
};

/** @returns what the options say, or null when they say nothing. @throws UsageError */
export function readMapping(values: Values): MappingOverride | null {
  const names = Object.keys(MAPPING_OPTIONS) as (keyof typeof MAPPING_OPTIONS)[];
  if (names.every((name) => values[name] === undefined)) return null;
  const override: MappingOverride = { roles: readRoles(values.map ?? []) };
  if (values.value !== undefined) override.values = values.value.map(readValueColumn);
  if (values.slots !== undefined) override.slots = readSlots(values.slots);
  if (values.shape !== undefined) override.shape = oneOf('shape', values.shape, SHAPES);
  if (values.label !== undefined) override.label = oneOf('label', values.label, ['start', 'end'] as const);
  if (values.clock !== undefined) override.clock = readClockName(values.clock);
  if (values.dates !== undefined)
    override.dateOrder = oneOf('dates', values.dates, ['year-first', 'day-first', 'month-first'] as const);
  if (values.decimal !== undefined)
    override.decimal = oneOf('decimal', values.decimal, ['point', 'comma'] as const) === 'comma' ? ',' : '.';
  if (values.interval !== undefined) override.resolutionMinutes = readInterval(values.interval);
  if (values.client !== undefined) override.clientId = values.client;
  if (values.meter !== undefined) override.meter = values.meter;
  return override;
}

function readRoles(pairs: readonly string[]): Partial<Record<Role, string>> {
  const roles: Partial<Record<Role, string>> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 1) throw new UsageError(`--map takes ROLE=COLUMN, not “${pair}”.`);
    roles[oneOf('map', pair.slice(0, at), ROLES)] = pair.slice(at + 1);
  }
  return roles;
}

type ValueChoice = NonNullable<MappingOverride['values']>[number];

/** Reads `COLUMN:channel=export,unit=kWh`, or `COLUMN` alone. A column's own name may hold colons. */
function readValueColumn(text: string): ValueChoice {
  const at = text.lastIndexOf(':');
  const pairs = at < 0 ? [] : text.slice(at + 1).split(',');
  const isNamed = at >= 1 && pairs.every((pair) => /^(channel|fuel|unit)=./.test(pair.trim()));
  const choice: ValueChoice = {
    column: isNamed ? text.slice(0, at) : text,
    fuel: null,
    channel: null,
    unit: null,
  };
  if (!isNamed) return choice;
  for (const pair of pairs) {
    const [name = '', word = ''] = pair.trim().split('=');
    if (name === 'unit') choice.unit = word;
    else if (name === 'fuel') choice.fuel = oneOf('value', word, FUELS);
    else choice.channel = oneOf('value', word, CHANNELS);
  }
  return choice;
}

function readSlots(text: string): { first: string; last: string } {
  const [first, last, more] = text.split('..');
  if (!first || !last || more !== undefined)
    throw new UsageError(`--slots takes FIRST..LAST, not “${text}”.`);
  return { first, last };
}

function readClockName(text: string): Clock {
  if (text === 'local') return { kind: 'local' };
  if (text === 'stated') return { kind: 'stated' };
  if (text === 'utc') return { kind: 'fixed', offsetMinutes: 0 };
  if (!/^[+-]\d{2}:\d{2}$/.test(text))
    throw new UsageError(`--clock takes local, utc, stated or +02:00, not “${text}”.`);
  return { kind: 'fixed', offsetMinutes: readOffset(text) ?? 0 };
}

function readInterval(text: string): number {
  const minutes = readResolution(text);
  if (minutes === null)
    throw new UsageError(`--interval takes a length such as 15min or PT1H, not “${text}”.`);
  return minutes;
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined)
    throw new UsageError(`--${name} takes one of ${allowed.join(', ')}, not “${value}”.`);
  return found;
}
