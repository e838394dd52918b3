import { useEffect, useRef, useState } from 'react';
import { countOf, countText, shortText } from '../../domain/number-text';
import chosenSize from '../../queries/chosen_size.sql?raw';
import type { SeriesRow } from '../../queries/rows';
import { chosenParameters, ENERGY_UNITS } from '../../session/chosen-sql';
import type { Resolution } from '../../session/chosen-sql';
import type { Session } from '../../session/session';
import type { Dataset } from '../../session/session-state';
import { Icon } from '../icon';
import { useSelection } from '../portfolio/selection-store';
import { useQuestion } from '../use-question';
import type { Question } from '../use-question';
import { choiceOf, FIRST_FORM, seriesByScope } from './export-form';
import type { ExportForm, Scope } from './export-form';
import './export.css';

interface ExportDialogProps {
  session: Session;
  dataset: Dataset;
  /** The series on show, null without any. */
  series: SeriesRow | null;
  busy: boolean;
  onClose: () => void;
}

const RESOLUTION_LABELS: Record<Resolution, string> = {
  native: 'As measured: one row per interval',
  hour: 'Local hours',
  day: 'Local days',
  month: 'Local months',
};

/** What to export: series, period, resolution, unit and format, with the number of rows before. */
export function ExportDialog({ session, dataset, series, busy, onClose }: ExportDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [form, setForm] = useState<ExportForm>(FIRST_FORM);
  useEffect(() => dialog.current?.showModal(), []);
  const scopes = seriesByScope(dataset.series, series, useSelection());
  const choice = choiceOf(form, scopes);
  const size = useQuestion<SizeRow>(session, chosenSize, choice && chosenParameters(choice), dataset.version);
  const isEmpty = size.state === 'ready' && size.rows[0]?.[form.resolution] === 0;
  const cannot = busy || !choice || isEmpty;
  const change = (part: Partial<ExportForm>) => setForm({ ...form, ...part });
  const close = () => dialog.current?.close();
  const save = () => {
    if (cannot) return;
    void session.exportChosen(choice);
    close();
  };
  return (
    <dialog ref={dialog} className="export-dialog" aria-labelledby="export-title" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div className="card-head">
          <h2 id="export-title" className="card-title">
            Export options
          </h2>
          <button
            type="button"
            className="button button-quiet button-icon button-small"
            aria-label="Close the export options"
            onClick={close}
          >
            <Icon name="close" />
          </button>
        </div>
        <ScopeField form={form} scopes={scopes} shown={series} onChange={change} />
        <PeriodField form={form} onChange={change} />
        <div className="export-pair">
          <ResolutionField form={form} onChange={change} />
          <UnitField form={form} dataset={dataset} onChange={change} />
        </div>
        <FormatField form={form} onChange={change} />
        <Notes form={form} />
        <div className="export-end">
          <p className="export-size" aria-live="polite">
            {choice ? sizeText(size, form.resolution) : 'Nothing fits: the last date is before the first.'}
          </p>
          <button type="submit" className="button button-primary" aria-disabled={cannot}>
            <Icon name="download" />
            Export this
          </button>
        </div>
      </form>
    </dialog>
  );
}

type SizeRow = Record<Resolution, number>;

function sizeText(size: Question<SizeRow>, resolution: Resolution): string {
  if (size.state === 'loading') return 'Counting…';
  const rows = size.state === 'ready' ? size.rows[0]?.[resolution] : undefined;
  if (rows === undefined) return 'The number of rows is not known.';
  return rows === 0 ? 'No readings in this period: choose other dates.' : `About ${countOf(rows, 'row')}`;
}

interface FieldProps {
  form: ExportForm;
  onChange: (part: Partial<ExportForm>) => void;
}

interface ScopeFieldProps extends FieldProps {
  scopes: Record<Scope, readonly SeriesRow[]>;
  shown: SeriesRow | null;
}

function ScopeField({ form, scopes, shown, onChange }: ScopeFieldProps) {
  const labels: Record<Scope, string> = {
    all: 'Everything open',
    meter: `This meter${shown ? `: ${shortText(shown.ext_dev_ref, 40)}` : ''}`,
    selected: 'Selected in the Meters view',
  };
  return (
    <fieldset className="export-choices">
      <legend className="field-label">Readings of</legend>
      {(['all', 'meter', 'selected'] as const).map((scope) => (
        <label key={scope} className="export-scope">
          <input
            type="radio"
            name="scope"
            checked={form.scope === scope}
            disabled={scopes[scope].length === 0}
            onChange={() => onChange({ scope })}
          />
          <span>
            {labels[scope]} <span className="export-hint">{seriesText(scopes[scope].length)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const seriesText = (count: number): string => (count === 0 ? 'none' : `${countText(count)} series`);

function PeriodField({ form, onChange }: FieldProps) {
  return (
    <div className="export-pair" role="group" aria-label="Period, local dates">
      <label>
        <span className="field-label">From (empty: the beginning)</span>
        <input
          className="field"
          type="date"
          value={form.from}
          onChange={(event) => onChange({ from: event.target.value })}
        />
      </label>
      <label>
        <span className="field-label">To, included (empty: the end)</span>
        <input
          className="field"
          type="date"
          value={form.to}
          onChange={(event) => onChange({ to: event.target.value })}
        />
      </label>
    </div>
  );
}

function ResolutionField({ form, onChange }: FieldProps) {
  return (
    <label>
      <span className="field-label">Resolution</span>
      <select
        className="field"
        value={form.resolution}
        onChange={(event) => onChange({ resolution: event.target.value as Resolution })}
      >
        {Object.entries(RESOLUTION_LABELS).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function UnitField({ form, dataset, onChange }: FieldProps & { dataset: Dataset }) {
  const convertible = dataset.series.some(({ unit }) => ENERGY_UNITS.some((known) => known === unit));
  return (
    <label>
      <span className="field-label">Unit</span>
      <select
        className="field"
        value={form.unit}
        disabled={!convertible}
        onChange={(event) => onChange({ unit: event.target.value as ExportForm['unit'] })}
      >
        <option value="">{convertible ? 'As stated' : 'As it is: no energy unit is stated'}</option>
        {ENERGY_UNITS.map((unit) => (
          <option key={unit} value={unit}>
            {unit}
          </option>
        ))}
      </select>
    </label>
  );
}

function FormatField({ form, onChange }: FieldProps) {
  return (
    <fieldset className="export-choices export-formats">
      <legend className="field-label">Format</legend>
      {(['parquet', 'csv'] as const).map((format) => (
        <label key={format}>
          <input
            type="radio"
            name="format"
            checked={form.format === format}
            onChange={() => onChange({ format })}
          />
          {format === 'csv' ? 'CSV' : 'Parquet'}
        </label>
      ))}
    </fieldset>
  );
}

/** What a person should know of the choice before saving. */
function Notes({ form }: { form: ExportForm }) {
  return (
    <>
      {form.resolution !== 'native' && (
        <p className="card-note">
          Each row says how much of it is known: intervals, minutes, coverage, and the energy that was
          estimated, if you asked for that. What is coarser than the resolution stays as it is; nothing is
          spread.
        </p>
      )}
      {form.format === 'csv' && (
        <p className="card-note">
          After writing, a CSV is checked for its rows and columns; a Parquet file for its energy too.
        </p>
      )}
    </>
  );
}
