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
  quality: 'Quality',
};

function rolesOf(shape: Shape): Role[] {
  const labels: Role[] = ['ext_dev_ref', 'client_id', 'channel', 'fuel', 'unit', 'resolution'];
  if (shape === 'long-rows') return ['timestamp', 'date', 'time', 'value', ...labels];
  if (shape === 'slot-columns') return ['date', ...labels];
  return ['date', 'value', ...labels];
}

/** Which column is what. A column can have one role. */
export function ColumnChoices({ columns, mapping, onChange }: ColumnChoicesProps) {
  const names = columns.map(({ name }, position) => [String(position), shortText(name, 40)] as const);
  const options = [['', '– not in the file –'] as const, ...names];
  const { roles, shape, slots } = mapping;
  const setRole = (role: Role, value: string) => {
    const next: InputMapping['roles'] = {};
    for (const [other, position] of Object.entries(roles) as [Role, number][])
      if (other !== role && String(position) !== value) next[other] = position;
    if (value !== '') next[role] = Number(value);
    onChange({ roles: next });
  };
  const setSlots = (first: number, last: number) => {
    const count = Math.max(0, last - first + 1);
    onChange({ slots: Array.from({ length: count }, (_, index) => first + index) });
  };
  const first = Math.min(...slots);
  const last = Math.max(...slots);
  return (
    <fieldset className="mapping-fields">
      <legend>Columns</legend>
      <ChoiceField
        label="Layout"
        value={shape}
        options={SHAPES}
        onChange={(value) => onChange({ shape: value })}
      />
      {rolesOf(shape).map((role) => (
        <ChoiceField
          key={role}
          label={LABELS[role]}
          value={String(roles[role] ?? '')}
          options={options}
          onChange={(value) => setRole(role, value)}
        />
      ))}
      {shape === 'slot-columns' && (
        <>
          <ChoiceField
            label="First slot"
            value={slots.length ? String(first) : ''}
            options={options}
            onChange={(value) => value !== '' && setSlots(Number(value), slots.length ? last : Number(value))}
          />
          <ChoiceField
            label="Last slot"
            value={slots.length ? String(last) : ''}
            options={options}
            onChange={(value) =>
              value !== '' && setSlots(slots.length ? first : Number(value), Number(value))
            }
          />
        </>
      )}
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
      {roles.unit === undefined && (
        <TextField
          label="Unit’s name, if you know it"
          value={mapping.unit ?? ''}
          onChange={(unit) => onChange({ unit: unit.trim() === '' ? null : unit })}
        />
      )}
    </fieldset>
  );
}
