import { offsetText } from '../../charts/time-text';
import { CLOCK_OFFSETS } from '../../domain/clock-offsets';
import type { Clock, DateOrder, DecimalMark, InputMapping, Label } from '../../readers/input-mapping';
import { ChoiceField } from './choice-field';

interface MeaningChoicesProps {
  mapping: InputMapping;
  onChange: (part: Partial<InputMapping>) => void;
}

const STARTS: readonly (readonly [Label, string])[] = [
  ['start', 'the start of the interval'],
  ['end', 'the end of the interval'],
];
const ORDERS: readonly (readonly [DateOrder, string])[] = [
  ['year-first', '2022-12-31'],
  ['day-first', '31/12/2022'],
  ['month-first', '12/31/2022'],
];
const DECIMALS: readonly (readonly [DecimalMark, string])[] = [
  ['.', '0.5'],
  [',', '0,5'],
];
const INTERVALS: readonly (readonly [string, string])[] = [
  ['', 'as the file shows'],
  ['5', '5 minutes'],
  ['15', '15 minutes'],
  ['30', '30 minutes'],
  ['60', 'an hour'],
  ['1440', 'a day'],
];

const CLOCKS: readonly (readonly [string, string])[] = [
  ['local', 'the wall clock of the time zone'],
  ['stated', 'the offset beside each time'],
  ['0', 'UTC'],
  ...CLOCK_OFFSETS.filter((minutes) => minutes !== 0).map(
    (minutes) => [String(minutes), `${offsetText(minutes)}, all year`] as const,
  ),
];

const clockValue = (clock: Clock): string =>
  clock.kind === 'fixed' ? String(clock.offsetMinutes) : clock.kind;

function clockOf(value: string): Clock {
  if (value === 'local' || value === 'stated') return { kind: value };
  return { kind: 'fixed', offsetMinutes: Number(value) };
}

/** How times and numbers are meant. */
export function MeaningChoices({ mapping, onChange }: MeaningChoicesProps) {
  const clocks = CLOCKS.some(([value]) => value === clockValue(mapping.clock))
    ? CLOCKS
    : [...CLOCKS, [clockValue(mapping.clock), 'as it is'] as const];
  return (
    <fieldset className="mapping-fields">
      <legend>Meaning</legend>
      {mapping.shape === 'long-rows' && (
        <>
          <ChoiceField
            label="A time names"
            value={mapping.label}
            options={STARTS}
            onChange={(label) => onChange({ label })}
          />
          <ChoiceField
            label="Clock of the times"
            value={clockValue(mapping.clock)}
            options={clocks}
            onChange={(value) => onChange({ clock: clockOf(value) })}
          />
        </>
      )}
      <ChoiceField
        label="Dates look like"
        value={mapping.dateOrder}
        options={ORDERS}
        onChange={(dateOrder) => onChange({ dateOrder })}
      />
      <ChoiceField
        label="Numbers look like"
        value={mapping.decimal}
        options={DECIMALS}
        onChange={(decimal) => onChange({ decimal })}
      />
      <ChoiceField
        label="An interval is"
        value={mapping.resolutionMinutes === null ? '' : String(mapping.resolutionMinutes)}
        options={INTERVALS}
        onChange={(value) => onChange({ resolutionMinutes: value === '' ? null : Number(value) })}
      />
    </fieldset>
  );
}
