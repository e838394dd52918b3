import { useState } from 'react';

interface NumberFieldProps {
  label: string;
  /** Null while nobody has said. */
  value: number | null;
  busy: boolean;
  placeholder: string;
  hint: string;
  onChange: (value: number | null) => void;
}

/** A number above zero that only the person can know. It is taken on Enter or when the field is left; empty takes it back. */
export function NumberField({ value, ...rest }: NumberFieldProps) {
  return <Field key={String(value)} value={value} {...rest} />;
}

function Field({ label, value, busy, placeholder, hint, onChange }: NumberFieldProps) {
  const before = value === null ? '' : String(value);
  const [text, setText] = useState(before);
  const commit = () => {
    const wanted = text.trim() === '' ? null : Number(text.replace(',', '.'));
    if (wanted === value) return;
    if (wanted === null || (Number.isFinite(wanted) && wanted > 0)) onChange(wanted);
    else setText(before);
  };
  return (
    <label>
      <span className="field-label">{label}</span>
      <input
        className="field"
        inputMode="decimal"
        value={text}
        disabled={busy}
        placeholder={placeholder}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
      <span className="field-hint">{hint}</span>
    </label>
  );
}
