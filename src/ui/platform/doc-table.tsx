import type { Tokens } from 'marked';
import { inlineText } from './inline-text';
import { ScrollBox } from './scroll-box';
import '../stacked-table.css';
import './doc-table.css';

/** Characters that the cells of a column may hold and stay on one line. */
const SHORT = 18;
/** Columns that a phone shows beside each other without making slivers of them. */
const BESIDE_EACH_OTHER = 2;

interface DocTableProps {
  token: Tokens.Table;
  file: string;
  /** The section it stands in. */
  name: string;
}

/**
 * A table of a page. On a phone the rows of a table of sentences stand as blocks, each cell behind the name of its
 * column; a table of figures scrolls under its first column, which stays.
 */
export function DocTable({ token, file, name }: DocTableProps) {
  const { header, rows } = token;
  // Where the corner is empty, the first column names the rows.
  const namesRows = header[0]?.text === '';
  const short = header.map((_head, column) => rows.every((row) => wordsOf(row[column]).length <= SHORT));
  const stacks = header.length > BESIDE_EACH_OTHER && short.slice(1).includes(false);
  const form = stacks ? 'is-stacking' : 'keeps-first-column';
  // A row that is laid out as a block is no row to a screen reader any more unless its role says so.
  return (
    <ScrollBox className="doc-table" label={`Table in: ${name}`}>
      <table role="table" className={`table ${form} has-${Math.min(header.length, 6)}-columns`}>
        <thead role="rowgroup">
          <tr role="row">
            {header.map((cell, column) =>
              cell.text === '' ? (
                <td role="cell" key={column} />
              ) : (
                <th role="columnheader" key={column} scope="col" className={sideOf(cell)}>
                  {inlineText(cell.tokens, file)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, index) => (
            <tr role="row" key={index}>
              {row.map((cell, column) => (
                <Cell
                  key={column}
                  cell={cell}
                  column={wordsOf(header[column])}
                  isShort={short[column] ?? false}
                  namesRow={namesRows && column === 0}
                  file={file}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

interface CellProps {
  cell: Tokens.TableCell;
  /** The column's name, which a stacked row puts before the cell. */
  column: string;
  isShort: boolean;
  namesRow: boolean;
  file: string;
}

function Cell({ cell, column, isShort, namesRow, file }: CellProps) {
  const className = [sideOf(cell), isShort && 'is-short'].filter(Boolean).join(' ') || undefined;
  const words = inlineText(cell.tokens, file);
  return namesRow ? (
    <th role="rowheader" scope="row" className={className}>
      {words}
    </th>
  ) : (
    <td role="cell" className={className} data-column={column}>
      {words}
    </td>
  );
}

const sideOf = ({ align }: Tokens.TableCell): string | undefined =>
  align === 'right' ? 'number' : undefined;

/** A cell's text as it is read, without the signs of Markdown. */
const wordsOf = (cell: Tokens.TableCell | undefined): string =>
  (cell?.text ?? '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*_`]{1,2}(?=\S)|(?<=\S)[*`]{1,2}/g, '');
