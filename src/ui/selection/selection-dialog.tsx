import { useMemo, useState } from 'react';
import { countOf, shortText } from '../../domain/number-text';
import type { Selection } from '../../domain/selection';
import { dateText as dayText } from '../../charts/time-text';
import { dateText } from '../../session/file-scan';
import type { SelectionRequest } from '../../session/session-state';
import { QuestionDialog } from '../question-dialog';
import { firstForm, outcomeOf } from './selection-form';
import type { SelectionForm } from './selection-form';
import './selection.css';

const DAY = 86_400_000;

interface SelectionDialogProps {
  request: SelectionRequest;
  onConfirm: (selection: Selection) => void;
  onCancel: () => void;
}

/** Asks which part of files that are too large is to be opened. Leaving it changes nothing. */
export default function SelectionDialog({ request, onConfirm, onCancel }: SelectionDialogProps) {
  const [form, setForm] = useState(() => firstForm(request));
  const outcome = useMemo(() => outcomeOf(form, request), [form, request]);
  const { scan, subject } = request;
  return (
    <QuestionDialog
      name="selection"
      title={`Open a part of “${shortText(subject, 60)}”`}
      onConfirm={() => {
        if (outcome.canOpen) onConfirm(outcome.selection);
      }}
      onCancel={onCancel}
    >
      <p className="card-note">
        {countOf(scan.meters.length, 'meter')}, {countOf(scan.rows, 'row')}, from{' '}
        {dayText(DAY * (scan.dates[0]?.[0] ?? 0))} to {dayText(DAY * (scan.dates.at(-1)?.[0] ?? 0))}: more
        than fits here. What is left out is counted in the ledger.
      </p>
      <SelectionFields
        form={form}
        scan={scan}
        onChange={(part) => setForm((before) => ({ ...before, ...part }))}
      />
      <p className="selection-size" role="status">
        {outcome.text}
      </p>
      <div className="selection-end">
        <button type="button" className="button" onClick={onCancel}>
          Leave it
        </button>
        <button type="submit" className="button button-primary" disabled={!outcome.canOpen}>
          Open this part
        </button>
      </div>
    </QuestionDialog>
  );
}

interface SelectionFieldsProps extends Pick<SelectionRequest, 'scan'> {
  form: SelectionForm;
  onChange: (part: Partial<SelectionForm>) => void;
}

function SelectionFields({ form, scan, onChange }: SelectionFieldsProps) {
  const dates = { min: dateText(scan.dates[0]?.[0] ?? 0), max: dateText(scan.dates.at(-1)?.[0] ?? 0) };
  const date = (label: string, name: 'from' | 'to') => (
    <label>
      <span className="field-label">{label}</span>
      <input
        className="field"
        type="date"
        {...dates}
        value={form[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </label>
  );
  return (
    <div className="selection-fields">
      {date('From this local date', 'from')}
      {date('To this local date, included', 'to')}
      <label>
        <span className="field-label">Meters or clients called</span>
        <input
          className="field"
          type="search"
          placeholder="all; parts of names, between commas"
          value={form.words}
          onChange={(event) => onChange({ words: event.target.value })}
        />
      </label>
      <label>
        <span className="field-label">Of these at most, by name</span>
        <input
          className="field"
          inputMode="numeric"
          placeholder="all"
          value={form.most}
          onChange={(event) => onChange({ most: event.target.value })}
        />
      </label>
    </div>
  );
}
