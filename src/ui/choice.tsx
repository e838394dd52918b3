interface Option {
  value: string;
  label: string;
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly Option[];
  busy: boolean;
  onChange: (value: string) => void;
}

/** So many characters fit beside another choice. */
const LONG = 22;

/** A labelled list of which one counts; with long words it has a line of its own, so that none is cut. */
export function Choice({ label, value, options: list, busy, onChange }: ChoiceProps) {
  return (
    <label className={list.some(({ label: text }) => text.length > LONG) ? 'choice-long' : undefined}>
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
