import { AppError } from '../domain/app-error';
import { missingOf } from './input-mapping';
import type { InputInspection } from './open-input';
import type { Clock, InputMapping, Recognition, Role, Shape, ValueColumn } from './input-mapping';

/** What a person says about a file's columns by their names, on the command line. */
export interface MappingOverride {
  /** Column names by role. */
  roles: Partial<Record<Role, string>>;
  /** Columns of readings, each of which becomes series of its own. */
  values?: readonly (Omit<ValueColumn, 'column'> & { column: string })[];
  /** The first and the last slot column. */
  slots?: { first: string; last: string };
  shape?: Shape;
  label?: InputMapping['label'];
  clock?: Clock;
  dateOrder?: InputMapping['dateOrder'];
  decimal?: InputMapping['decimal'];
  resolutionMinutes?: number;
  clientId?: string;
  meter?: string;
}

/**
 * Recognition as a person corrects it. A correction answers every open question.
 * @throws AppError COLUMN_MISSING for a name that the file does not have
 */
export function overrideMapping(
  file: string,
  inspection: InputInspection,
  override: MappingOverride,
): Recognition {
  const { recognition, columns } = inspection;
  const positionOf = (name: string): number => {
    const position = columns.findIndex((column) => column.name === name);
    if (position >= 0) return position;
    const found = columns.map((column) => `${column.name}: ${column.type}`);
    throw new AppError('COLUMN_MISSING', { file, column: name, found });
  };
  const { roles, slots, values, ...choices } = override;
  const mapping: InputMapping = { ...recognition.mapping, ...choices };
  mapping.roles = { ...mapping.roles };
  for (const [role, name] of Object.entries(roles) as [Role, string][])
    mapping.roles[role] = positionOf(name);
  // One column of readings by name takes the place of those that were found, and the other way round.
  if (roles.value !== undefined) mapping.values = [];
  if (values) {
    mapping.values = values.map((each) => ({ ...each, column: positionOf(each.column) }));
    delete mapping.roles.value;
  }
  if (slots) {
    const first = positionOf(slots.first);
    mapping.slots = Array.from({ length: positionOf(slots.last) - first + 1 }, (_, index) => first + index);
    mapping.shape = 'slot-columns';
  }
  if (roles.timestamp !== undefined && override.shape === undefined) mapping.shape = 'long-rows';
  const answered = Object.keys(roles).length > 0 || Object.keys(override).length > 1;
  return { mapping, missing: missingOf(mapping), open: answered ? [] : recognition.open };
}
