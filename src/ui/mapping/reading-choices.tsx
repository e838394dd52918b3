import { channelText, fuelText } from '../../charts/series-text';
import { shortText } from '../../domain/number-text';
import { CHANNELS, FUELS } from '../../domain/series';
import type { Channel, Fuel } from '../../domain/series';
import type { InputMapping, ValueColumn } from '../../readers/input-mapping';
import type { MappingRequest } from '../../session/session-state';
import { Icon } from '../icon';
import { ChoiceField, TextField } from './choice-field';

interface ReadingChoicesProps {
  inspection: MappingRequest['inspection'];
  mapping: InputMapping;
  onChange: (part: Partial<InputMapping>) => void;
}

const OPEN = '';
const NUMBER = /^\s*[+-]?[\d.,\s]*\d[\d.,\s]*(e[+-]?\d+)?\s*$/i;

/** The columns of readings of a file that has several, and what each of them holds. */
export function ReadingChoices({ inspection, mapping, onChange }: ReadingChoicesProps) {
  const { columns } = inspection;
  const values = mapping.values ?? [];
  const free = freeColumns(inspection, mapping);
  const meaning = (position: number) => inspection.meanings[position]!;
  const set = (next: readonly ValueColumn[]) => onChange(withValues(mapping, next));
  const { value } = mapping.roles;
  if (values.length === 0) {
    if (value === undefined || free.length === 0) return null;
    return (
      <p className="mapping-more">
        <AddButton
          text="There are more columns of readings"
          onClick={() => set([meaning(value), meaning(free[0]!)])}
        />
      </p>
    );
  }
  return (
    <fieldset className="mapping-fields mapping-readings">
      <legend>Columns of readings</legend>
      <p className="card-note">
        Each column becomes series of its own and is never added to another. Columns that mean the same go by
        their names
        {mapping.roles.ext_dev_ref === undefined ? ', as meters of their own' : ', added to the meter’s'}.
      </p>
      {values.map((each, index) => (
        <ReadingRow
          key={each.column}
          label={`Readings ${index + 1}`}
          reading={each}
          columns={columns}
          free={free}
          onColumn={(position) => set(values.map((one) => (one === each ? meaning(position) : one)))}
          onChange={(part) => set(values.map((one) => (one === each ? { ...one, ...part } : one)))}
          onLeaveOut={() => set(values.filter((one) => one !== each))}
        />
      ))}
      {free.length > 0 && (
        <p className="mapping-more">
          <AddButton text="Add a column" onClick={() => set([...values, meaning(free[0]!)])} />
          {free.length > 1 && (
            <AddButton
              text={`Add all ${free.length} columns of numbers`}
              onClick={() => set([...values, ...free.map(meaning)])}
            />
          )}
        </p>
      )}
    </fieldset>
  );
}

/** Without a column left, the last one is the only one again. */
function withValues(
  { roles: { value: one, ...roles }, values = [] }: InputMapping,
  next: readonly ValueColumn[],
): Partial<InputMapping> {
  if (next.length > 0) return { values: [...next], roles };
  const only = values[0]?.column ?? one;
  return { values: [], roles: only === undefined ? roles : { ...roles, value: only } };
}

function AddButton({ text, onClick }: { text: string; onClick: () => void }) {
  return (
    <button type="button" className="button button-small" onClick={onClick}>
      <Icon name="add" />
      {text}
    </button>
  );
}

interface ReadingRowProps {
  label: string;
  reading: ValueColumn;
  columns: ReadingChoicesProps['inspection']['columns'];
  /** Columns that it could be instead. */
  free: readonly number[];
  onColumn: (position: number) => void;
  onChange: (part: Partial<ValueColumn>) => void;
  onLeaveOut: () => void;
}

const NOT_STATED = [OPEN, 'not stated'] as const;

function ReadingRow({ label, reading, columns, free, onColumn, onChange, onLeaveOut }: ReadingRowProps) {
  const nameOf = (position: number) => shortText(columns[position]?.name ?? '', 40);
  const options = [reading.column, ...free].sort((one, other) => one - other);
  return (
    <div className="mapping-reading" role="group" aria-label={label}>
      <ChoiceField
        label="Column"
        value={String(reading.column)}
        options={options.map((position) => [String(position), nameOf(position)] as const)}
        onChange={(position) => onColumn(Number(position))}
      />
      <ChoiceField<Channel | ''>
        label="Channel"
        value={reading.channel ?? OPEN}
        options={[NOT_STATED, ...CHANNELS.map((channel) => [channel, channelText(channel)] as const)]}
        onChange={(channel) => onChange({ channel: channel === OPEN ? null : channel })}
      />
      <ChoiceField<Fuel | ''>
        label="Fuel"
        value={reading.fuel ?? OPEN}
        options={[NOT_STATED, ...FUELS.map((fuel) => [fuel, fuelText(fuel)] as const)]}
        onChange={(fuel) => onChange({ fuel: fuel === OPEN ? null : fuel })}
      />
      <TextField
        label="Unit"
        value={reading.unit ?? ''}
        onChange={(unit) => onChange({ unit: unit.trim() === '' ? null : unit })}
      />
      <button
        type="button"
        className="button button-icon"
        aria-label={`Leave out ${nameOf(reading.column)}`}
        onClick={onLeaveOut}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

/** The columns that hold numbers, or lists of them, and are nothing else yet. */
function freeColumns({ columns, sample }: MappingRequest['inspection'], mapping: InputMapping): number[] {
  const taken = [...Object.values(mapping.roles), ...(mapping.values ?? []).map(({ column }) => column)];
  const isOne = mapping.shape === 'long-rows' ? isNumbers : isLists;
  return columns.flatMap((_, position) => {
    const cells = sample.map((row) => row[position] ?? '').filter((cell) => cell.trim() !== '');
    return !taken.includes(position) && cells.length > 0 && isOne(cells) ? [position] : [];
  });
}

const isNumbers = (cells: readonly string[]): boolean => cells.every((cell) => NUMBER.test(cell));
const isLists = (cells: readonly string[]): boolean =>
  cells.every((cell) => /^\s*[[({]/.test(cell) || /[;|]/.test(cell));
