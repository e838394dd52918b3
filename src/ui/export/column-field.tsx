import { countOf } from '../../domain/number-text';
import { chosenColumns } from '../../session/chosen-columns';
import { Icon } from '../icon';
import type { FieldProps } from './export-fields';

/** The columns to write: all at first, folded away until somebody wants fewer. */
export function ColumnField({ form, onChange }: FieldProps) {
  const all = chosenColumns(form.resolution);
  const kept = all.filter((name) => !form.leftOut.has(name));
  const summary =
    kept.length === all.length ? `All ${countOf(all.length, 'column')}` : `${kept.length} of ${all.length}`;
  const leave = (names: readonly string[]) => onChange({ leftOut: new Set(names) });
  const toggle = (name: string, isKept: boolean) =>
    leave(isKept ? [...form.leftOut].filter((other) => other !== name) : [...form.leftOut, name]);
  return (
    <details className="export-columns">
      <summary>
        <span className="field-label">Columns</span>
        <span className="export-columns-count">
          {summary}
          <Icon name="chevron" />
        </span>
      </summary>
      <fieldset className="export-choices export-column-list">
        <legend className="visually-hidden">Columns to write</legend>
        {all.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={!form.leftOut.has(name)}
              onChange={(event) => toggle(name, event.target.checked)}
            />
            <code>{name}</code>
          </label>
        ))}
      </fieldset>
      <div className="export-column-ends">
        <button type="button" className="button-link" onClick={() => leave([])}>
          All
        </button>
        <button type="button" className="button-link" onClick={() => leave(all.filter(isExtra))}>
          The few that most need
        </button>
      </div>
    </details>
  );
}

/** Meter, times and energy with its unit and quality: what a first look at the data needs. */
const FEW = [
  'ext_dev_ref',
  'fuel',
  'channel',
  'timestamp_utc',
  'timestamp_local',
  'energy',
  'unit',
  'quality',
  'coverage',
];

const isExtra = (name: string): boolean => !FEW.includes(name);
