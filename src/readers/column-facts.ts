import { hasDecimalComma, isNoValue, readClock, readNumber, readTime } from './cell-text';
import type { DecimalMark } from './input-mapping';
import type { Cell, TableBatch } from './input-table';

const LOOKED_AT = 400;

/** What the sample shows of one column. */
export interface ColumnFacts {
  position: number;
  name: string;
  type: string;
  texts: string[];
  filled: number;
  /** How many different values it has among the first. */
  distinct: number;
  isNumeric: boolean;
  isTime: boolean;
  hasClock: boolean;
  isClock: boolean;
  isArrayText: boolean;
  isList: boolean;
}

/** Looks at the first cells of a column. */
export function factsOf(
  sample: TableBatch,
  { name, type }: { name: string; type: string },
  position: number,
  decimal: DecimalMark,
): ColumnFacts {
  const cells: Exclude<Cell, null | undefined>[] = [];
  for (let row = 0; row < sample.rows && cells.length < LOOKED_AT; row++) {
    const cell = sample.cell(row, position);
    if (cell !== null && cell !== undefined && !(typeof cell === 'string' && isNoValue(cell)))
      cells.push(cell);
  }
  const texts = cells.filter((cell) => typeof cell === 'string');
  const isTimeType = /^(date|timestamp)/.test(type);
  const areTexts = texts.length === cells.length && cells.length > 0;
  const every = (fits: (text: string) => boolean) => areTexts && texts.every(fits);
  return {
    position,
    name,
    type,
    texts,
    filled: cells.length,
    distinct: new Set(cells).size,
    isNumeric:
      (!isTimeType && cells.length > 0 && cells.every((cell) => typeof cell === 'number')) ||
      every((text) => typeof readNumber(text, decimal) === 'number') ||
      // An empty column may still be a slot: the hour of autumn on a file of spring.
      cells.length === 0,
    isTime:
      isTimeType ||
      every((text) => readTime(text, 'day-first') !== null || readTime(text, 'month-first') !== null),
    hasClock:
      type.startsWith('timestamp') ||
      every((text) =>
        /\d[:.h]\d{2}|T\d{2}|^\d{12,14}Z?$/.test(text.replace(/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/, '')),
      ),
    isClock:
      every((text) => readClock(text) !== null) ||
      (!isTimeType &&
        cells.length > 0 &&
        cells.every((cell) => typeof cell === 'number' && cell >= 0 && cell <= 24)),
    isArrayText: every(
      (text) => /^\s*[[({].*[\])}]\s*$/s.test(text) || /^[^;|]+([;|][^;|]*){11,}$/.test(text),
    ),
    isList: /^(list|large_list|fixed_size_list)<(u?int\d+|float\d+|decimal[^<>]*)>/.test(type),
  };
}

/** Which mark the numbers of a text table use. */
export function findDecimal(sample: TableBatch, columns: number): DecimalMark {
  let commas = 0;
  let points = 0;
  for (let row = 0; row < Math.min(sample.rows, 200); row++) {
    for (let column = 0; column < columns; column++) {
      const cell = sample.cell(row, column);
      if (typeof cell !== 'string') continue;
      if (hasDecimalComma(cell)) commas++;
      else if (/^\s*-?\d+\.\d+\s*$/.test(cell)) points++;
    }
  }
  return commas > points ? ',' : '.';
}
