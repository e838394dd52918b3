import type { InputMapping, Role, ValueColumn } from './input-mapping';
import type { TableColumn } from './input-table';

/** A column as a file names it; its position, from 0, where another one has the same name. */
export type ColumnName = string | number;

/** A column of readings, by its name. */
export type NamedValueColumn = Omit<ValueColumn, 'column'> & { column: ColumnName };

/** A mapping as it is told: by the names of columns, so that it holds for a file with the same columns in another order. */
export type NamedMapping = Omit<InputMapping, 'roles' | 'slots' | 'values'> & {
  roles: Partial<Record<Role, ColumnName>>;
  slots: ColumnName[];
  /** Absent in exports of earlier versions. */
  values?: NamedValueColumn[];
};

/** The mapping with names in place of positions. */
export function nameColumns(mapping: InputMapping, columns: readonly TableColumn[]): NamedMapping {
  const nameOf = (position: number): ColumnName => {
    const name = columns[position]?.name;
    const isOnly = name !== undefined && columns.filter((column) => column.name === name).length === 1;
    return isOnly ? name : position;
  };
  return {
    ...mapping,
    roles: Object.fromEntries(
      Object.entries(mapping.roles).map(([role, position]) => [role, nameOf(position)]),
    ),
    slots: mapping.slots.map(nameOf),
    values: (mapping.values ?? []).map((each) => ({ ...each, column: nameOf(each.column) })),
  };
}

/**
 * The mapping for a file that has these columns.
 * @returns null where one of the named columns is not there
 */
export function findColumns(named: NamedMapping, columns: readonly TableColumn[]): InputMapping | null {
  const positionOf = (column: ColumnName): number =>
    typeof column === 'number' ? column : columns.findIndex(({ name }) => name === column);
  const mapping: InputMapping = {
    ...named,
    roles: Object.fromEntries(
      Object.entries(named.roles).map(([role, column]) => [role, positionOf(column)]),
    ),
    slots: named.slots.map(positionOf),
    values: (named.values ?? []).map((each) => ({ ...each, column: positionOf(each.column) })),
  };
  const positions = [
    ...Object.values(mapping.roles),
    ...mapping.slots,
    ...mapping.values!.map(({ column }) => column),
  ];
  return positions.every((position) => position >= 0 && position < columns.length) ? mapping : null;
}
