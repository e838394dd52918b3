import type { Channel, Fuel } from '../domain/series';
import type { ColumnFacts } from './column-facts';
import { nameRank, plainName, unitInName } from './column-roles';
import type { OpenQuestion, Role, ValueColumn } from './input-mapping';

/** What a column of readings says of its channel, in the languages of the files seen so far. The first that fits counts. */
const CHANNEL_NAMES: readonly (readonly [Channel, RegExp])[] = [
  [
    'export',
    /(^|_)(exports?|exported|feed_?in|einspeisung|teruglevering|teruglever|injection|injected|to_grid|returned|inmatning|eksport|vientis|vienti)(_|$)/,
  ],
  [
    'import',
    /(^|_)(imports?|imported|bezug|netzbezug|afname|from_grid|purchased?|withdrawal|withdrawn|prelievo|uttag)(_|$)/,
  ],
  [
    'production',
    /(^|_)(production|produced|generation|generated|pv|solar|erzeugung|produktion|produccion|produzione|productie|gamyba|tuotanto)(_|$)/,
  ],
  [
    'consumption',
    /(^|_)(consumption|consumed|usage|used|demand|load|verbrauch|verbruik|consumo|kulutus|suvartojimas|forbrug|forbruk)(_|$)/,
  ],
];

const FUEL_NAMES: readonly (readonly [Fuel, RegExp])[] = [
  ['gas', /(^|_)(gas|erdgas|natural_gas|aardgas)(_|$)/],
  ['district_heating', /(^|_)(heat|heating|district_heating|fernwarme|warmte|fjernvarme|kaukolampo)(_|$)/],
  ['electricity', /(^|_)(electricity|electric|elec|el|strom|elektra|stroom)(_|$)/],
];

/** Names of numbers that are no readings, whatever else they hold. */
const NO_READINGS =
  /(^|_)(price|cost|costs|eur|usd|gbp|tariff|rate|temperature|temp|humidity|co2|percent|share|count|id|quality|status|flag)(_|$)|%/;

/** What a column's name says of its readings. */
export function meaningOfName(column: number, name: string): ValueColumn {
  const plain = plainName(name)
    .replaceAll(/[[\]()]/g, '_')
    .replaceAll(/_+/g, '_');
  const found = <T>(names: readonly (readonly [T, RegExp])[]): T | null =>
    names.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
  return { column, fuel: found(FUEL_NAMES), channel: found(CHANNEL_NAMES), unit: unitInName(name) };
}

/** Whether a name may stand over readings: by its word, or by the unit in it. */
export const namesReadings = (name: string): boolean =>
  (nameRank(name, 'value') < Infinity || unitInName(name) !== null) && !NO_READINGS.test(plainName(name));

/**
 * The columns of readings of a table whose rows are readings, or days with their readings in a list.
 * @param columns those that could be, by their type
 * @returns one position, or several columns where their names tell their channels or fuels apart; what is open
 */
export function findReadings(
  columns: readonly ColumnFacts[],
  roles: Readonly<Partial<Record<Role, number>>>,
): { position: number | undefined; several: ValueColumn[]; open: OpenQuestion[] } {
  const named = columns.filter(({ name, filled }) => filled > 0 && namesReadings(name));
  const several = named.map(({ position, name }) => meaningOfName(position, name));
  if (areApart(several) && (several.length > 1 || saysMore(several[0], roles)))
    return { position: undefined, several: several.map((each) => withRoles(each, roles)), open: [] };
  const ranked = [...columns].sort(
    (one, other) =>
      nameRank(one.name, 'value') - nameRank(other.name, 'value') || one.position - other.position,
  );
  const [best] = ranked;
  if (!best) return { position: undefined, several: [], open: [] };
  const others = columns.filter((column) => column !== best);
  const rank = nameRank(best.name, 'value');
  const isOpen =
    rank === Infinity
      ? others.length > 0
      : others.some(({ name, filled }) => filled > 0 && nameRank(name, 'value') <= rank) ||
        several.some(({ column, channel, fuel }) => column !== best.position && (channel ?? fuel) !== null);
  return { position: best.position, several: [], open: isOpen ? ['value-column'] : [] };
}

/** True where every column names its channel or fuel, and no two name the same. */
function areApart(columns: readonly ValueColumn[]): boolean {
  const keys = new Set(columns.map(({ fuel, channel }) => `${fuel} ${channel}`));
  return keys.size === columns.length && columns.every(({ fuel, channel }) => (fuel ?? channel) !== null);
}

/** A single column is taken at its name's word only where that differs from what is assumed. */
function saysMore(column: ValueColumn | undefined, roles: Readonly<Partial<Record<Role, number>>>): boolean {
  if (!column || roles.channel !== undefined || roles.fuel !== undefined) return false;
  const isChannel = column.channel !== null && column.channel !== 'consumption';
  return isChannel || (column.fuel !== null && column.fuel !== 'electricity');
}

/** A column that states the unit goes before the name of the readings' column. */
const withRoles = (column: ValueColumn, roles: Readonly<Partial<Record<Role, number>>>): ValueColumn =>
  roles.unit === undefined ? column : { ...column, unit: null };
