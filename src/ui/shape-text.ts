import { channelText, fuelText } from '../charts/series-text';
import { countOf, shortText } from '../domain/number-text';
import type { NamedValueColumn } from '../readers/named-mapping';
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
  const { roles, slots, clock, values = [] } = mapping as Partial<Record<string, unknown>>;
  return isObject(roles) && Array.isArray(slots) && isObject(clock) && areColumns(values);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const areColumns = (values: unknown): boolean =>
  Array.isArray(values) &&
  values.every(
    (each: unknown) =>
      isObject(each) && ['string', 'number'].includes(typeof (each as { column?: unknown }).column),
  );

/** What a file was found to be: `CSV, a row for each reading: local time, times start their interval`. */
export function foundText({ container, shape, mapping }: Found): string {
  const found = `${CONTAINERS[container]}, ${SHAPES[shape]}`;
  if (!mapping) return found;
  const readings = readingsText(mapping.values ?? []);
  if (shape === 'list-column' || shape === 'text-arrays') return `${found}${readings}`;
  if (shape === 'slot-columns') return `${found}: ${mapping.slots.length} columns`;
  return `${found}: ${clockText(mapping)}, ${mapping.label === 'end' ? 'times end' : 'times start'} their interval${readings}`;
}

const MOST_NAMED = 6;

/** `; 2 columns of readings: import_kwh as import in kWh, gas as gas in m³`. */
function readingsText(values: readonly NamedValueColumn[]): string {
  if (values.length === 0) return '';
  const named = values.slice(0, MOST_NAMED).map((each) => {
    const meaning = [
      each.fuel && fuelText(each.fuel),
      each.channel && channelText(each.channel),
      each.unit && `in ${shortText(each.unit, 20)}`,
    ].filter(Boolean);
    const name = typeof each.column === 'number' ? `column ${each.column + 1}` : shortText(each.column, 30);
    return meaning.length > 0 ? `${name} as ${meaning.join(' ')}` : name;
  });
  const more = values.length > MOST_NAMED ? `, and ${values.length - MOST_NAMED} more` : '';
  return `; ${countOf(values.length, 'column')} of readings: ${named.join(', ')}${more}`;
}

function clockText({ clock }: NonNullable<OpenSource['mapping']>): string {
  if (clock.kind === 'local') return 'local time';
  if (clock.kind === 'stated') return 'times with their offset';
  const hours = clock.offsetMinutes / 60;
  return hours === 0 ? 'UTC' : `UTC${hours > 0 ? '+' : '−'}${Math.abs(hours)} all year`;
}
