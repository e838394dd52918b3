import { countText, decimalText, isUnitKnown, shortText, unitText } from '../../domain/number-text';
import type { FileLedgerRow } from '../../queries/rows/ledger';
import { groupText } from '../ledger-text';
import '../stacked-table.css';

const AMOUNTS: readonly { name: string; textOf: (row: FileLedgerRow) => string }[] = [
  { name: 'Rows read', textOf: (row) => countText(row.rows_read) },
  { name: 'Rows aside', textOf: (row) => countText(row.rows_set_aside) },
  { name: 'Values read', textOf: (row) => countText(row.values_read) },
  { name: 'Energy read', textOf: (row) => decimalText(row.energy_read) },
  { name: '= shown', textOf: (row) => decimalText(row.energy_shown) },
  { name: '+ set aside', textOf: (row) => decimalText(row.energy_set_aside) },
  { name: 'Missing intervals', textOf: (row) => countText(row.readings_missing) },
];

/** What each file brought: read, shown and set aside, for each fuel, channel and unit. */
export function FileLedger({ rows }: { rows: readonly FileLedgerRow[] }) {
  return (
    <div className="table-scroll" role="region" aria-label="Ledger of each file" tabIndex={0}>
      <table role="table" className="table file-ledger is-stacking">
        <caption className="visually-hidden">
          Rows, values and energy that each file brought: read, shown and set aside
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              File
            </th>
            <th role="columnheader" scope="col">
              What
            </th>
            {AMOUNTS.map(({ name }) => (
              <th role="columnheader" scope="col" className="number" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row" key={`${row.source_file}/${row.fuel}/${row.channel}/${row.unit}`}>
              <th role="rowheader" scope="row">
                {row.source_file === '–' ? 'in no file' : shortText(row.source_file, 60)}
              </th>
              <td role="cell">
                {groupText(row)}
                {isUnitKnown(row.unit) && row.unit !== '–' ? `, ${unitText(row.unit)}` : ''}
              </td>
              {AMOUNTS.map(({ name, textOf }) => (
                <td
                  role="cell"
                  className="number is-short"
                  data-column={name.replace(/^[=+] /, '')}
                  key={name}
                >
                  {textOf(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
