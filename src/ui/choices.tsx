import type { DuplicatePolicy, Policies } from '../domain/policy';
import type { Channel, Fuel } from '../domain/series';
import { UNKNOWN_UNIT } from '../domain/series';
import { shortText } from '../domain/number-text';
import { channelText, fuelText } from '../charts/series-text';

interface Option {
  value: string;
  label: string;
}

const FUELS: readonly Fuel[] = ['electricity', 'gas', 'district_heating'];
const CHANNELS: readonly Channel[] = ['consumption', 'import', 'export', 'production'];
const UNITS: readonly string[] = [UNKNOWN_UNIT, 'Wh', 'kWh', 'MWh', 'm³'];
const DUPLICATES: readonly Option[] = [
  { value: 'last', label: 'the last one in the file counts' },
  { value: 'first', label: 'the first one in the file counts' },
  { value: 'set-aside', label: 'none counts, all are set aside' },
];

const options = (values: readonly string[], label: (value: string) => string): Option[] =>
  values.map((value) => ({ value, label: label(value) }));

const unitLabel = (unit: string): string => (unit === UNKNOWN_UNIT ? 'leave it open' : shortText(unit, 20));

interface ChoicesProps {
  policies: Policies;
  busy: boolean;
  onChoose: (change: Partial<Policies>) => void;
}

/** What a person may decide where the files leave it open. Every choice travels in the exported file. */
export function Choices({ policies, busy, onChoose }: ChoicesProps) {
  const { assumedFuel, assumedChannel, assumedUnit, duplicates } = policies;
  const units = UNITS.includes(assumedUnit) ? UNITS : [...UNITS, assumedUnit];
  const choice = (
    label: string,
    value: string,
    list: readonly Option[],
    change: (value: string) => Partial<Policies>,
  ) => (
    <Choice
      label={label}
      value={value}
      options={list}
      busy={busy}
      onChange={(next) => onChoose(change(next))}
    />
  );
  return (
    <section className="card" aria-label="Choices">
      <div className="card-head">
        <div>
          <h2 className="card-title">Where the files leave it open</h2>
          <p className="card-note">
            Only used where a file does not say it itself. Written into every export.
          </p>
        </div>
      </div>
      <div className="choices">
        {choice('Fuel, if not stated', assumedFuel, options(FUELS, fuelText), (value) => ({
          assumedFuel: value as Fuel,
        }))}
        {choice('Channel, if not stated', assumedChannel, options(CHANNELS, channelText), (value) => ({
          assumedChannel: value as Channel,
        }))}
        {choice('Unit, if not stated', assumedUnit, options(units, unitLabel), (value) => ({
          assumedUnit: value,
        }))}
        {choice('When rows contradict each other', duplicates, DUPLICATES, (value) => ({
          duplicates: value as DuplicatePolicy,
        }))}
      </div>
    </section>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly Option[];
  busy: boolean;
  onChange: (value: string) => void;
}

function Choice({ label, value, options: list, busy, onChange }: ChoiceProps) {
  return (
    <label>
      <span className="field-label">{label}</span>
      <select
        className="field"
        value={value}
        disabled={busy}
        onChange={(event) => onChange(event.target.value)}
      >
        {list.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
