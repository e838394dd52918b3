import type { InputMapping } from '../readers/input-mapping';
import type { TableColumn } from '../readers/input-table';
import { findColumns, nameColumns } from '../readers/named-mapping';
import type { NamedMapping } from '../readers/named-mapping';
import type { InputInspection } from '../readers/open-input';

/** What a person said about the columns of files: of each one, and so of every file with the same columns. */
export class SaidMappings {
  private readonly byFile = new WeakMap<File, InputMapping>();
  private readonly byColumns = new Map<string, { named: NamedMapping; hasOwnMeter: boolean }>();

  get(file: File): InputMapping | undefined {
    return this.byFile.get(file);
  }

  set(file: File, mapping: InputMapping): void {
    this.byFile.set(file, mapping);
  }

  /** Notes an answer about a file's columns; it holds for every file that has the same. */
  say(file: File, { columns, recognition }: InputInspection, mapping: InputMapping): void {
    this.set(file, mapping);
    this.byColumns.set(columnsKey(columns), {
      named: nameColumns(mapping, columns),
      hasOwnMeter: mapping.meter === recognition.mapping.meter,
    });
  }

  /** How a file with the same columns is read, null if nobody said. A meter that is called as its file stays so. */
  alike({ columns, recognition }: InputInspection): InputMapping | null {
    const said = this.byColumns.get(columnsKey(columns));
    const mapping = said ? findColumns(said.named, columns) : null;
    return mapping && said?.hasOwnMeter ? { ...mapping, meter: recognition.mapping.meter } : mapping;
  }

  /** Answers hold until everything is closed. */
  forget(): void {
    this.byColumns.clear();
  }
}

/** Columns in any order are the same; where a name repeats they are told by their place. */
function columnsKey(columns: readonly TableColumn[]): string {
  const names = columns.map(({ name }) => name);
  return JSON.stringify(new Set(names).size === names.length ? [...names].sort() : names);
}
