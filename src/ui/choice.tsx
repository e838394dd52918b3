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

/** A labelled list of which one counts. */
export function Choice({ label, value, options: list, busy, onChange }: ChoiceProps) {
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
