import type { OpenSource } from '../session/session-state';

const CONTAINERS: Readonly<Record<OpenSource['container'], string>> = {
  parquet: 'Parquet',
  csv: 'CSV',
  'arrow-file': 'Arrow',
  'arrow-stream': 'Arrow stream',
  nem12: 'NEM12',
};

const SHAPES: Readonly<Record<OpenSource['shape'], string>> = {
  'list-column': 'a list of readings per day',
  'text-arrays': 'readings of a day written as text',
  'slot-columns': 'a column for each slot of the day',
  'long-rows': 'a row for each reading',
  nem12: 'interval days of the Australian market',
};

type Found = Pick<OpenSource, 'container' | 'shape' | 'mapping'>;

/** Whether an exported file says of one that it was made from what it was found to be. */
export function isFound(source: {
  container?: unknown;
  shape?: unknown;
  mapping?: unknown;
}): source is Found {
  const { container, shape, mapping = null } = source;
  if (!Object.hasOwn(CONTAINERS, String(container)) || !Object.hasOwn(SHAPES, String(shape))) return false;
  if (mapping === null) return true;
  const { roles, slots, clock } = mapping as Partial<Record<string, unknown>>;
  return isObject(roles) && Array.isArray(slots) && isObject(clock);
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** What a file was found to be: `CSV, a row for each reading: local time at the start`. */
export function foundText({ container, shape, mapping }: Found): string {
  const found = `${CONTAINERS[container]}, ${SHAPES[shape]}`;
  if (!mapping || shape === 'list-column' || shape === 'text-arrays') return found;
  if (shape === 'slot-columns') return `${found}: ${mapping.slots.length} columns`;
  return `${found}: ${clockText(mapping)}, ${mapping.label === 'end' ? 'times end' : 'times start'} their interval`;
}

function clockText({ clock }: NonNullable<OpenSource['mapping']>): string {
  if (clock.kind === 'local') return 'local time';
  if (clock.kind === 'stated') return 'times with their offset';
  const hours = clock.offsetMinutes / 60;
  return hours === 0 ? 'UTC' : `UTC${hours > 0 ? '+' : '−'}${Math.abs(hours)} all year`;
}
