import { countText, shortText } from '../../domain/number-text';
import type { SeriesRow } from '../../queries/rows/series';
import type { Resolution } from '../../session/chosen-columns';
import { ENERGY_UNITS, EXPORT_FORMATS } from '../../session/chosen-sql';
import type { ExportFormat } from '../../session/chosen-sql';
import type { Dataset } from '../../session/session-state';
import type { ExportForm, Scope } from './export-form';

export interface FieldProps {
  form: ExportForm;
  onChange: (part: Partial<ExportForm>) => void;
}

const RESOLUTION_LABELS: Record<Resolution, string> = {
  native: 'As measured: one row per interval',
  hour: 'Local hours',
  day: 'Local days',
  month: 'Local months',
};

const FORMATS: Record<ExportFormat, { name: string; hint: string }> = {
  parquet: { name: 'Parquet', hint: 'smallest, with types and the story of the data' },
  csv: { name: 'CSV', hint: 'for spreadsheets' },
  arrow: { name: 'Arrow', hint: 'Feather, quickest to read' },
};

interface ScopeFieldProps extends FieldProps {
  scopes: Record<Scope, readonly SeriesRow[]>;
  shown: SeriesRow | null;
}

/** Whose readings. */
export function ScopeField({ form, scopes, shown, onChange }: ScopeFieldProps) {
  const labels: Record<Scope, string> = {
    all: 'Everything open',
    meter: `This meter${shown ? `: ${shortText(shown.ext_dev_ref, 40)}` : ''}`,
    selected: 'Selected in the Meters view',
  };
  return (
    <fieldset className="export-choices">
      <legend className="field-label">Readings of</legend>
      {(['all', 'meter', 'selected'] as const).map((scope) => (
        <label key={scope}>
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

/** The local dates, both included. */
export function PeriodField({ form, onChange }: FieldProps) {
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

/** One row for each interval, hour, day or month. */
export function ResolutionField({ form, onChange }: FieldProps) {
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

/** The unit of energy to write, where the data state one that can be converted. */
export function UnitField({ form, dataset, onChange }: FieldProps & { dataset: Dataset }) {
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

/** The kind of file, and whether each month is one of its own. */
export function FormatField({ form, onChange }: FieldProps) {
  return (
    <fieldset className="export-choices export-formats">
      <legend className="field-label">Format</legend>
      {EXPORT_FORMATS.map((format) => (
        <label key={format} title={FORMATS[format].hint}>
          <input
            type="radio"
            name="format"
            checked={form.format === format}
            onChange={() => onChange({ format })}
          />
          <span>
            {FORMATS[format].name} <span className="export-hint">{FORMATS[format].hint}</span>
          </span>
        </label>
      ))}
      <label>
        <input
          type="checkbox"
          checked={form.byMonth}
          onChange={(event) => onChange({ byMonth: event.target.checked })}
        />
        <span>
          One file per local month <span className="export-hint">together in a zip</span>
        </span>
      </label>
    </fieldset>
  );
}
