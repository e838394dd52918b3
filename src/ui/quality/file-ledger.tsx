import { countText, decimalText, isUnitKnown, shortText, unitText } from '../../domain/number-text';
import type { FileLedgerRow } from '../../queries/rows/ledger';
import { groupText } from '../ledger-text';

/** What each file brought: read, shown and set aside, for each fuel, channel and unit. */
export function FileLedger({ rows }: { rows: readonly FileLedgerRow[] }) {
  return (
    <div className="table-scroll" role="region" aria-label="Ledger of each file" tabIndex={0}>
      <table className="table file-ledger">
        <caption className="visually-hidden">
          Rows, values and energy that each file brought: read, shown and set aside
        </caption>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">What</th>
            <th scope="col" className="number">
              Rows read
            </th>
            <th scope="col" className="number">
              Rows aside
            </th>
            <th scope="col" className="number">
              Values read
            </th>
            <th scope="col" className="number">
              Energy read
            </th>
            <th scope="col" className="number">
              = shown
            </th>
            <th scope="col" className="number">
              + set aside
            </th>
            <th scope="col" className="number">
              Missing intervals
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.source_file}/${row.fuel}/${row.channel}/${row.unit}`}>
              <th scope="row">{row.source_file === '–' ? 'in no file' : shortText(row.source_file, 60)}</th>
              <td>
                {groupText(row)}
                {isUnitKnown(row.unit) && row.unit !== '–' ? `, ${unitText(row.unit)}` : ''}
              </td>
              <td className="number">{countText(row.rows_read)}</td>
              <td className="number">{countText(row.rows_set_aside)}</td>
              <td className="number">{countText(row.values_read)}</td>
              <td className="number">{decimalText(row.energy_read)}</td>
              <td className="number">{decimalText(row.energy_shown)}</td>
              <td className="number">{decimalText(row.energy_set_aside)}</td>
              <td className="number">{countText(row.readings_missing)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
