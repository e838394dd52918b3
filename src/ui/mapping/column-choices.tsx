import { shortText } from '../../domain/number-text';
import type { InputMapping, Role, Shape } from '../../readers/input-mapping';
import type { MappingRequest } from '../../session/session-state';
import { ChoiceField, TextField } from './choice-field';

interface ColumnChoicesProps {
  columns: MappingRequest['inspection']['columns'];
  mapping: InputMapping;
  onChange: (part: Partial<InputMapping>) => void;
}

const SHAPES: readonly (readonly [Shape, string])[] = [
  ['long-rows', 'a row for each reading'],
  ['slot-columns', 'a row for each day, a column for each slot'],
  ['list-column', 'a row for each day, a list of readings'],
  ['text-arrays', 'a row for each day, readings written as text'],
];

const LABELS: Readonly<Record<Role, string>> = {
  timestamp: 'Time of a reading',
  date: 'Date',
  time: 'Time of day, beside the date',
  value: 'Readings',
  ext_dev_ref: 'Meter',
  client_id: 'Client',
  channel: 'Channel',
  fuel: 'Fuel',
  unit: 'Unit',
  resolution: 'Length of an interval',
  quality: 'The file’s own word on quality',
};

function rolesOf(shape: Shape, isSeveral: boolean): Role[] {
  const labels: Role[] = ['ext_dev_ref', 'client_id', 'channel', 'fuel', 'unit', 'resolution', 'quality'];
  const readings: Role[] = isSeveral ? [] : ['value'];
  if (shape === 'long-rows') return ['timestamp', 'date', 'time', ...readings, ...labels];
  if (shape === 'slot-columns') return ['date', ...labels];
  return ['date', ...readings, ...labels];
}

/** Which column is what. A column can have one role. */
export function ColumnChoices({ columns, mapping, onChange }: ColumnChoicesProps) {
  const names = columns.map(({ name }, position) => [String(position), shortText(name, 40)] as const);
  const options = [['', '– not in the file –'] as const, ...names];
  const { roles, shape, slots, values = [] } = mapping;
  const setRole = (role: Role, value: string) => {
    const next: InputMapping['roles'] = {};
    for (const [other, position] of Object.entries(roles) as [Role, number][])
      if (other !== role && String(position) !== value) next[other] = position;
    if (value !== '') next[role] = Number(value);
    onChange({ roles: next, values: values.filter(({ column }) => String(column) !== value) });
  };
  return (
    <fieldset className="mapping-fields">
      <legend>Columns</legend>
      <ChoiceField
        label="Layout"
        value={shape}
        options={SHAPES}
        onChange={(value) => onChange({ shape: value })}
      />
      {rolesOf(shape, values.length > 0).map((role) => (
        <ChoiceField
          key={role}
          label={LABELS[role]}
          value={String(roles[role] ?? '')}
          options={options}
          onChange={(value) => setRole(role, value)}
        />
      ))}
      {shape === 'slot-columns' && <SlotFields slots={slots} options={options} onChange={onChange} />}
      {roles.client_id === undefined && (
        <TextField
          label="Client’s name"
          value={mapping.clientId}
          onChange={(clientId) => onChange({ clientId })}
        />
      )}
      {roles.ext_dev_ref === undefined && (
        <TextField label="Meter’s name" value={mapping.meter} onChange={(meter) => onChange({ meter })} />
      )}
      {roles.unit === undefined && values.length === 0 && (
        <TextField
          label="Unit’s name, if you know it"
          value={mapping.unit ?? ''}
          onChange={(unit) => onChange({ unit: unit.trim() === '' ? null : unit })}
        />
      )}
    </fieldset>
  );
}

interface SlotFieldsProps {
  slots: readonly number[];
  options: readonly (readonly [string, string])[];
  onChange: (part: Partial<InputMapping>) => void;
}

/** The first and the last column of a day's slots; those between lie in the order of the file. */
function SlotFields({ slots, options, onChange }: SlotFieldsProps) {
  const first = Math.min(...slots);
  const last = Math.max(...slots);
  const set = (from: number, to: number) => {
    const count = Math.max(0, to - from + 1);
    onChange({ slots: Array.from({ length: count }, (_, index) => from + index) });
  };
  return (
    <>
      <ChoiceField
        label="First slot"
        value={slots.length ? String(first) : ''}
        options={options}
        onChange={(value) => value !== '' && set(Number(value), slots.length ? last : Number(value))}
      />
      <ChoiceField
        label="Last slot"
        value={slots.length ? String(last) : ''}
        options={options}
        onChange={(value) => value !== '' && set(slots.length ? first : Number(value), Number(value))}
      />
    </>
  );
}
