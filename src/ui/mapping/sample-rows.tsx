import { shortText } from '../../domain/number-text';
import type { InputMapping, Role } from '../../readers/input-mapping';
import type { MappingRequest } from '../../session/session-state';

const MOST_COLUMNS = 14;

interface SampleRowsProps {
  inspection: MappingRequest['inspection'];
  mapping: InputMapping;
}

/** The file's first rows, with what each column is taken for above its name. */
export function SampleRows({ inspection, mapping }: SampleRowsProps) {
  const { columns, sample } = inspection;
  const shown = columns.slice(0, MOST_COLUMNS);
  const roleOf = (position: number): string => {
    if (mapping.shape === 'slot-columns' && mapping.slots.includes(position))
      return `slot ${mapping.slots.indexOf(position)}`;
    const reading = (mapping.values ?? []).find(({ column }) => column === position);
    if (reading)
      return [reading.fuel, reading.channel].filter(Boolean).join(' ').replaceAll('_', ' ') || 'readings';
    const role = (Object.entries(mapping.roles) as [Role, number][]).find(([, at]) => at === position)?.[0];
    if (role === 'ext_dev_ref') return 'meter';
    if (role === 'value') return 'readings';
    return role?.replace('client_id', 'client') ?? '';
  };
  if (shown.length === 0) return null;
  return (
    <div className="mapping-sample" role="region" aria-label="First rows of the file" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            {shown.map(({ name }, position) => (
              <th key={position} scope="col">
                <span className="mapping-role">{roleOf(position)}</span>
                {shortText(name, 30)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map((row, index) => (
            <tr key={index}>
              {shown.map((_, position) => (
                <td key={position}>{shortText(row[position] ?? '', 30)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {columns.length > shown.length && (
        <p className="card-note">and {columns.length - shown.length} more columns</p>
      )}
    </div>
  );
}
