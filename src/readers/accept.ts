import { AppError } from '../domain/app-error';
import type { AppErrorDetail } from '../domain/app-error';
import type { TableColumn } from './input-table';
import type { InputInspection } from './open-input';
import type { OpenQuestion, Recognition, Role } from './input-mapping';

const ENERGY = 'energy_consumption';

const EXPECTED: Readonly<Record<string, string>> = {
  timestamp: 'the time of a reading',
  date: 'the local date',
  value: 'the readings',
  slots: 'one column per slot of the day',
};

const QUESTIONS: Readonly<Record<OpenQuestion, string>> = {
  'date-order': 'whether day or month comes first in its dates',
  'value-column': 'which of its columns has the readings',
  'slot-columns': 'which of its columns are the slots of a day',
  clock: 'on which clock its times were read',
};

/**
 * Whether a Parquet file that does not have the columns of the input contract can
 * be read in another shape. One that has the arrays themselves, under their own
 * name and type, is a file of the contract with something wrong in it.
 */
export function isAnotherShape(refusal: AppError, { recognition, columns }: InputInspection): boolean {
  if (recognition.missing.length > 0 || recognition.open.length > 0) return false;
  const { shape, roles } = recognition.mapping;
  const energy = columns.find((column) => column.name === ENERGY);
  if (refusal.code === 'COLUMN_MISSING') return !energy || !/list/.test(energy.type);
  if (refusal.code !== 'COLUMN_TYPE' || (shape !== 'text-arrays' && shape !== 'list-column')) return false;
  const named = (role: Role, name: string) =>
    roles[role] !== undefined &&
    columns[roles[role]]?.name === name &&
    (role === 'value' || !/list/.test(columns[roles[role]]?.type ?? ''));
  return (
    named('client_id', 'client_id') &&
    named('ext_dev_ref', 'ext_dev_ref') &&
    named('date', 'date') &&
    named('value', ENERGY) &&
    named('resolution', 'resolution')
  );
}

/** Whether a file of the input contract has further lists, which may be readings: then it is worth a closer look. */
export const mayHoldMore = (columns: readonly TableColumn[]): boolean =>
  columns.some(({ name, type }) => name !== ENERGY && /list/.test(type));

/** Whether several columns of readings were found, each clearly of its own channel or fuel. */
export const holdsSeveral = ({ recognition }: InputInspection): boolean =>
  recognition.missing.length === 0 &&
  recognition.open.length === 0 &&
  (recognition.mapping.values?.length ?? 0) > 1;

/** Refuses a file that recognition cannot read, or not without asking. @throws AppError SHAPE_UNKNOWN, SHAPE_UNSURE */
export function refuseUnclear(
  file: string,
  { missing, open }: Recognition,
  inspection: InputInspection,
): void {
  if (missing.length > 0) throw new AppError('SHAPE_UNKNOWN', unknownDetail(file, missing, inspection));
  const [question] = open;
  if (question)
    throw new AppError('SHAPE_UNSURE', { file, value: QUESTIONS[question], found: foundOf(inspection) });
}

function unknownDetail(
  file: string,
  missing: Recognition['missing'],
  inspection: InputInspection,
): AppErrorDetail {
  return {
    file,
    found: foundOf(inspection),
    columns: missing.map((role) => ({ column: role, expected: EXPECTED[role] ?? 'a column', found: null })),
  };
}

const foundOf = ({ columns }: InputInspection): string[] =>
  columns.map(({ name, type }) => `${name}: ${type}`);
