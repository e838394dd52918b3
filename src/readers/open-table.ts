import { openArrow } from './arrow-table';
import { openCsv } from './csv-table';
import type { Container, InputTable } from './input-table';
import { openParquet } from './parquet-table';

/** Opens a file that has columns; NEM12 has records of its own. */
export function openTable(file: Blob, container: Container, encoding: string): Promise<InputTable> {
  if (container === 'parquet') return openParquet(file);
  if (container === 'csv') return openCsv(file, encoding);
  return openArrow(file, container);
}
