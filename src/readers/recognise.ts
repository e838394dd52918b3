import { isYearLast, leadingNumbers, readTime } from './cell-text';
import { factsOf, findDecimal } from './column-facts';
import type { ColumnFacts } from './column-facts';
import { nameRank, namesAnEnd, unitInName } from './column-roles';
import type {
  Clock,
  DateOrder,
  InputMapping,
  Label,
  OpenQuestion,
  Recognition,
  Role,
  Shape,
} from './input-mapping';
import { missingOf } from './input-mapping';
import type { InputTable, TableBatch } from './input-table';
import { findSlotColumns } from './slot-columns';
import { findReadings } from './value-columns';

const MINUTE = 60_000;
/** A column with more different words is no column of qualities. */
const MOST_QUALITIES = 12;

/** Judges from names, types and the first rows how a table's readings are laid out. */
export function recognise(table: InputTable, fileStem: string): Recognition {
  const decimal = findDecimal(table.sample, table.columns.length);
  const facts = table.columns.map((column, position) => factsOf(table.sample, column, position, decimal));
  const open: OpenQuestion[] = [];
  const roles: Partial<Record<Role, number>> = {};
  const take = (role: Role, fits: (column: ColumnFacts) => boolean) => {
    const taken = Object.values(roles);
    const ranked = facts
      .filter(
        (column) =>
          !taken.includes(column.position) && fits(column) && nameRank(column.name, role) < Infinity,
      )
      .sort(
        (one, other) =>
          nameRank(one.name, role) - nameRank(other.name, role) || one.position - other.position,
      );
    if (ranked[0]) roles[role] = ranked[0].position;
  };
  const isLabel = (column: ColumnFacts) => !column.isList && !column.isArrayText;
  take('client_id', isLabel);
  take('ext_dev_ref', isLabel);
  for (const role of ['resolution', 'fuel', 'channel', 'unit'] as const)
    take(role, (column) => isLabel(column) && !(column.isTime && column.hasClock));
  take('quality', (column) => isLabel(column) && column.distinct <= MOST_QUALITIES && !column.isTime);

  const lists = facts.filter((column) => column.isList || column.isArrayText);
  const [list] = lists;
  const slots = list
    ? null
    : findSlotColumns(
        table.columns,
        (position) => facts[position]?.isNumeric === true && !Object.values(roles).includes(position),
      );
  const shape: Shape = slots ? 'slot-columns' : list ? arrayShape(lists) : 'long-rows';
  if (slots && !slots.sure) open.push('slot-columns');
  takeTimes(facts, roles, take, shape, slots?.positions ?? []);
  const values = slots ? [] : takeReadings(list ? lists : freeNumbers(facts, roles), roles, open);

  const dateColumn = facts[roles.timestamp ?? roles.date ?? -1];
  const order = dateOrder(dateColumn?.texts ?? []);
  if (order === 'unsure') open.push('date-order');
  const mapping: InputMapping = {
    shape,
    roles,
    slots: slots?.positions ?? [],
    values,
    resolutionMinutes: null,
    label: 'start',
    clock: clockOf(dateColumn, table),
    dateOrder: order === 'unsure' ? 'day-first' : order,
    decimal,
    clientId: 'unknown',
    meter: fileStem,
    unit: roles.unit === undefined ? unitOf(facts, roles, slots?.positions ?? []) : null,
  };
  mapping.label = shape === 'long-rows' ? labelOf(table.sample, facts, mapping) : 'start';
  return { mapping, missing: missingOf(mapping), open };
}

type Take = (role: Role, fits: (column: ColumnFacts) => boolean) => void;

function takeTimes(
  facts: readonly ColumnFacts[],
  roles: Partial<Record<Role, number>>,
  take: Take,
  shape: Shape,
  slots: readonly number[],
): void {
  const free = (column: ColumnFacts) => !slots.includes(column.position);
  const taken = () => Object.values(roles);
  const only = (fits: (column: ColumnFacts) => boolean) => {
    const found = facts.filter(
      (column) => fits(column) && free(column) && !taken().includes(column.position),
    );
    return found[0]?.position;
  };
  if (shape === 'long-rows') {
    take('timestamp', (column) => column.isTime && column.hasClock && free(column));
    const stamp = roles.timestamp ?? only((column) => column.isTime && column.hasClock);
    if (stamp !== undefined) {
      roles.timestamp = stamp;
      return;
    }
  }
  take('date', (column) => column.isTime && free(column));
  const day = roles.date ?? only((column) => column.isTime);
  if (day !== undefined) roles.date = day;
  if (shape === 'long-rows') take('time', (column) => column.isClock && free(column));
}

const freeNumbers = (
  facts: readonly ColumnFacts[],
  roles: Readonly<Partial<Record<Role, number>>>,
): ColumnFacts[] =>
  facts.filter((column) => column.isNumeric && !Object.values(roles).includes(column.position));

/** Lists are read as they are; where some are written as text, texts are. */
const arrayShape = (lists: readonly ColumnFacts[]): Shape =>
  lists.every((column) => column.isList) ? 'list-column' : 'text-arrays';

/** Gives the one column of readings its role, or returns the several. */
function takeReadings(
  columns: readonly ColumnFacts[],
  roles: Partial<Record<Role, number>>,
  open: OpenQuestion[],
): InputMapping['values'] {
  const found = findReadings(columns, roles);
  if (found.position !== undefined) roles.value = found.position;
  open.push(...found.open);
  return found.several;
}

function dateOrder(texts: readonly string[]): DateOrder | 'unsure' {
  const numbers = texts.filter(isYearLast).map((text) => leadingNumbers(text)!);
  if (numbers.length === 0) return 'year-first';
  if (texts.some((text) => /^\s*\d{1,2}\.\d{1,2}\.\d{4}/.test(text))) return 'day-first';
  if (numbers.some(([first]) => first > 12)) return 'day-first';
  if (numbers.some(([, second]) => second > 12)) return 'month-first';
  return 'unsure';
}

const statesOffset = (text: string): boolean =>
  (['day-first', 'month-first'] as const).some(
    (order) => typeof readTime(text, order)?.offsetMinutes === 'number',
  );

function clockOf(column: ColumnFacts | undefined, table: InputTable): Clock {
  if (!column) return { kind: 'local' };
  if (
    /^timestamp\[.*utc|^timestamp\[.*,/i.test(column.type) ||
    /^timestamp\[(?!us\]|ms\]|ns\]|s\])/.test(column.type)
  )
    return { kind: 'fixed', offsetMinutes: 0 };
  if (column.texts.some(statesOffset)) return { kind: 'stated' };
  const name = table.columns[column.position]?.name ?? '';
  return /(^|[^a-z])(utc|gmt)([^a-z]|$)/i.test(name.replaceAll('_', ' '))
    ? { kind: 'fixed', offsetMinutes: 0 }
    : { kind: 'local' };
}

function unitOf(
  facts: readonly ColumnFacts[],
  roles: Partial<Record<Role, number>>,
  slots: readonly number[],
): string | null {
  const names = [facts[roles.value ?? -1]?.name, facts[slots[0] ?? -1]?.name];
  return (
    names.map((name) => (name === undefined ? null : unitInName(name))).find((unit) => unit !== null) ?? null
  );
}

/** Times are ends of their intervals where the column says so, 24:00 occurs, or days run from the first interval's end to midnight. */
function labelOf(sample: TableBatch, facts: readonly ColumnFacts[], mapping: InputMapping): Label {
  const column = facts[mapping.roles.timestamp ?? mapping.roles.time ?? -1];
  if (!column) return 'start';
  if (namesAnEnd(column.name)) return 'end';
  if (column.texts.some((text) => /(^|[T ])24[:.h]00/.test(text))) return 'end';
  if (mapping.roles.time !== undefined && column.filled > 0 && endsAt24(sample, column.position))
    return 'end';
  if (mapping.clock.kind !== 'local' || mapping.roles.timestamp === undefined) return 'start';
  const times = column.texts
    .map((text) => readTime(text, mapping.dateOrder)?.wall)
    .filter((wall) => wall !== undefined);
  const [first, second] = times;
  if (first === undefined || second === undefined) return 'start';
  const step = (second - first) / MINUTE;
  const minuteOfDay = (first / MINUTE) % 1440;
  return step > 0 && step < 720 && minuteOfDay === step ? 'end' : 'start';
}

function endsAt24(sample: TableBatch, position: number): boolean {
  let lowest = Infinity;
  let highest = -Infinity;
  for (let row = 0; row < sample.rows; row++) {
    const cell = sample.cell(row, position);
    const hour = typeof cell === 'number' ? cell : typeof cell === 'string' ? Number(cell) : NaN;
    if (Number.isNaN(hour)) continue;
    lowest = Math.min(lowest, hour);
    highest = Math.max(highest, hour);
  }
  return lowest >= 1 && highest >= 24;
}
