import { useVirtualizer } from '@tanstack/react-virtual';
import type { VirtualItem, Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { ResultTable } from '../../session/console/result-table';
import { countText } from '../../domain/number-text';

const ROW_HEIGHT = 28;
const HEAD_HEIGHT = 44;
/** Browsers stop laying out somewhere beyond 16 million pixels: longer results scroll in larger steps. */
const TALLEST = 12_000_000;
const NUMBER_WIDTH = 76;
const CHARACTER_WIDTH = 7.9;
const SAMPLED_ROWS = 60;

interface ResultGridProps {
  table: ResultTable;
  /** Grows while rows come in. */
  rows: number;
  label: string;
}

/** The rows of a result, of which only those in sight exist in the page. */
export function ResultGrid({ table, rows, label }: ResultGridProps) {
  const box = useRef<HTMLDivElement>(null);
  const sampled = Math.min(rows, SAMPLED_ROWS);
  const widths = useMemo(() => columnWidths(table, sampled), [table, sampled]);
  const vertical = useVirtualizer({
    count: rows,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    observeElementOffset: observeScaledOffset,
  });
  const horizontal = useVirtualizer({
    horizontal: true,
    count: table.columns.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => widths[index] ?? 120,
    overscan: 2,
  });
  useEffect(() => horizontal.measure(), [horizontal, widths]);
  const offset = vertical.scrollOffset ?? 0;
  const scrolled = offset / scrollScale(rows, vertical.scrollRect?.height ?? 0);
  const columns = horizontal.getVirtualItems();
  const size = {
    width: horizontal.getTotalSize() + NUMBER_WIDTH,
    height: Math.min(rows * ROW_HEIGHT, TALLEST) + HEAD_HEIGHT,
  };
  return (
    // A region that scrolls must be reachable by keyboard.
    <div className="grid-box" ref={box} role="region" aria-label={label} tabIndex={0}>
      <div
        role="table"
        aria-label={label}
        aria-rowcount={rows + 1}
        aria-colcount={table.columns.length}
        className="grid-sheet"
        style={size}
      >
        <GridHead table={table} columns={columns} />
        {vertical.getVirtualItems().map(({ index, start }) => (
          <div
            key={index}
            role="row"
            aria-rowindex={index + 2}
            className={index % 2 === 1 ? 'grid-row is-odd' : 'grid-row'}
            style={{ top: scrolled + start - offset + HEAD_HEIGHT }}
          >
            <span className="grid-number" role="rowheader">
              {countText(index + 1)}
            </span>
            {columns.map((column) => (
              <GridCell
                key={column.index}
                table={table}
                row={index}
                column={column.index}
                left={column.start + NUMBER_WIDTH}
                width={column.size}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function GridHead({ table, columns }: { table: ResultTable; columns: readonly VirtualItem[] }) {
  return (
    <div role="row" aria-rowindex={1} className="grid-head">
      <span className="grid-number" role="columnheader">
        <span className="visually-hidden">Row</span>
      </span>
      {columns.map(({ index, start, size }) => (
        <span
          key={index}
          role="columnheader"
          aria-colindex={index + 1}
          className={table.columns[index]!.isNumeric ? 'grid-cell is-number' : 'grid-cell'}
          style={{ left: start + NUMBER_WIDTH, width: size }}
        >
          <strong className="clip">{table.columns[index]!.name}</strong>
          <small className="clip">{table.columns[index]!.type}</small>
        </span>
      ))}
    </div>
  );
}

interface GridCellProps {
  table: ResultTable;
  row: number;
  column: number;
  left: number;
  width: number;
}

function GridCell({ table, row, column, left, width }: GridCellProps) {
  const text = table.cell(row, column);
  const kind = table.columns[column]!.isNumeric ? 'grid-cell is-number' : 'grid-cell';
  const long = text !== null && text.length * CHARACTER_WIDTH > width;
  return (
    <span
      role="cell"
      aria-colindex={column + 1}
      className={text === null ? `${kind} is-null` : kind}
      style={{ left, width }}
      title={long ? text.slice(0, 1000) : undefined}
    >
      {text === null ? 'NULL' : text.slice(0, 300)}
    </span>
  );
}

/** Tells the virtual table how far it is scrolled, in its own pixels rather than the page's. */
function observeScaledOffset(
  instance: Virtualizer<HTMLDivElement, Element>,
  tell: (offset: number, isScrolling: boolean) => void,
): (() => void) | undefined {
  const element = instance.scrollElement;
  if (!element) return undefined;
  const onScroll = () => {
    tell(element.scrollTop * scrollScale(instance.options.count, element.clientHeight), false);
  };
  onScroll();
  element.addEventListener('scroll', onScroll, { passive: true });
  return () => element.removeEventListener('scroll', onScroll);
}

/** How many pixels of rows one pixel of the scroll bar stands for: 1 until the rows are too many. */
function scrollScale(rows: number, boxHeight: number): number {
  const height = rows * ROW_HEIGHT;
  if (height <= TALLEST) return 1;
  return (height + HEAD_HEIGHT - boxHeight) / (TALLEST + HEAD_HEIGHT - boxHeight);
}

/** Wide enough for the name, the type and the first rows; nobody wants to scroll past one long text. */
function columnWidths(table: ResultTable, rows: number): number[] {
  return table.columns.map(({ name, type }, column) => {
    let longest = Math.max(name.length * 1.08, type.length * 0.9);
    for (let row = 0; row < rows; row++)
      longest = Math.max(longest, (table.cell(row, column) ?? 'NULL').length);
    return Math.round(Math.min(Math.max(longest * CHARACTER_WIDTH + 28, 72), 360));
  });
}
