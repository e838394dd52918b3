import type { InputMapping, ValueColumn } from './input-mapping';
import type { TableColumn } from './input-table';

/** A column of readings as it is read. */
export interface ReadingColumn extends ValueColumn {
  /** What tells its series from those of the other columns, where nothing else does: the column's name. */
  ownName: string | null;
}

/** Every column of readings that a mapping names; one whose meaning another shares goes by its own name. */
export function readingColumns(mapping: InputMapping, columns: readonly TableColumn[]): ReadingColumn[] {
  const several = mapping.values ?? [];
  if (several.length === 0) {
    const { value } = mapping.roles;
    return value === undefined
      ? []
      : [{ column: value, fuel: null, channel: null, unit: null, ownName: null }];
  }
  const meaning = ({ fuel, channel, unit }: ValueColumn): string => JSON.stringify([fuel, channel, unit]);
  return several.map((each) => {
    const isShared = several.some((other) => other !== each && meaning(other) === meaning(each));
    return {
      ...each,
      ownName: isShared ? (columns[each.column]?.name ?? `column ${each.column + 1}`) : null,
    };
  });
}
