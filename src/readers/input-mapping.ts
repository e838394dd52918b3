import type { Channel, Fuel } from '../domain/series';

/** How a file's readings are laid out. */
export const SHAPES = ['list-column', 'text-arrays', 'slot-columns', 'long-rows', 'nem12'] as const;
export type Shape = (typeof SHAPES)[number];

/** What a column can be. */
export const ROLES = [
  'client_id',
  'ext_dev_ref',
  'date',
  'time',
  'timestamp',
  'value',
  'resolution',
  'fuel',
  'channel',
  'unit',
  'quality',
] as const;
export type Role = (typeof ROLES)[number];

/** Whether a time stands at the start or at the end of its interval. */
export type Label = 'start' | 'end';

/** Which clock a time without an offset of its own was read from: the zone's, or one that never changes. */
export type Clock = { kind: 'local' } | { kind: 'fixed'; offsetMinutes: number } | { kind: 'stated' };

export type DateOrder = 'year-first' | 'day-first' | 'month-first';
export type DecimalMark = '.' | ',';

/** A column of readings that becomes series of its own: what they are, where no other column says it. */
export interface ValueColumn {
  column: number;
  fuel: Fuel | null;
  channel: Channel | null;
  unit: string | null;
}

/** Everything that turns the rows of one file into days of one meter. It travels in the report and in exports. */
export interface InputMapping {
  shape: Shape;
  /** Columns by position. */
  roles: Partial<Record<Role, number>>;
  /** The columns of a day's slots, in the order of time; for `slot-columns` only. */
  slots: number[];
  /**
   * The columns of readings where a file has several, or where its name says what the one holds; each becomes series of
   * its own. Empty where `roles.value` is the only one; absent in exports of earlier versions.
   */
  values?: ValueColumn[];
  /** Minutes of an interval; null where a column says it or the data show it. */
  resolutionMinutes: number | null;
  label: Label;
  clock: Clock;
  dateOrder: DateOrder;
  decimal: DecimalMark;
  /** What stands for a column that the file does not have. */
  clientId: string;
  meter: string;
  unit: string | null;
}

/** A question about a file that its contents leave open. */
export type OpenQuestion = 'date-order' | 'value-column' | 'slot-columns' | 'clock';

/** What recognition made of a file. */
export interface Recognition {
  mapping: InputMapping;
  /** Roles without which nothing can be read, and for which no column was found. */
  missing: (Role | 'slots')[];
  /** What was guessed and may be wrong. Empty when recognition is sure. */
  open: OpenQuestion[];
}

/** True for a shape whose days depend on the zone, so that another zone means reading again. */
export const dependsOnZone = ({ shape }: Pick<InputMapping, 'shape'>): boolean =>
  shape === 'long-rows' || shape === 'nem12';

/** Single readings that are held while they are folded to days: 22 bytes each. */
export const MOST_READINGS = 30_000_000;

/** The roles without which a shape cannot be read. */
export function missingOf({ shape, roles, slots, values = [] }: InputMapping): (Role | 'slots')[] {
  const hasReadings = roles.value !== undefined || values.length > 0;
  const missing: (Role | 'slots')[] = [];
  if (shape === 'nem12') return missing;
  if (shape === 'long-rows') {
    if (roles.timestamp === undefined && roles.date === undefined) missing.push('timestamp');
    if (!hasReadings) missing.push('value');
    return missing;
  }
  if (roles.date === undefined && roles.timestamp === undefined) missing.push('date');
  if (shape === 'slot-columns' && slots.length < 2) missing.push('slots');
  if (shape !== 'slot-columns' && !hasReadings) missing.push('value');
  return missing;
}
