import { useState } from 'react';
import { RULE_SETTINGS } from '../domain/rules';
import type { RuleSetting, RuleThresholds } from '../domain/rules';

const NAMES: Readonly<Record<string, string>> = {
  absurd_magnitude: 'Impossible size',
  negative: 'Below zero',
  over_capacity: 'Above the connection',
  spike: 'Spike',
  stuck: 'Stuck',
  zero_run_electricity: 'Zeros, electricity',
  zero_run_gas: 'Zeros, gas',
  zero_run_district_heating: 'Zeros, district heating',
  completeness_day: 'Day too empty',
  completeness_month: 'Month too empty',
  completeness_year: 'Year too empty',
  mixed_units: 'Unit seems to change',
};

interface RuleChoicesProps {
  thresholds: RuleThresholds;
  busy: boolean;
  onChoose: (thresholds: RuleThresholds) => void;
}

/** The thresholds of the rules that have one to choose. An empty field turns the rule off. */
export function RuleChoices({ thresholds, busy, onChoose }: RuleChoicesProps) {
  const chosen = Object.keys(thresholds).length;
  return (
    <details className="choices-more">
      <summary>Thresholds of the rules{chosen > 0 ? `: ${chosen} changed` : ''}</summary>
      <p className="card-note">
        What the rules doubt keeps its value and is flagged suspect; the rest is only pointed out. Empty a
        field to turn its rule off.
      </p>
      <div className="choices">
        {RULE_SETTINGS.filter(({ rule }) => rule in NAMES && rule !== 'over_capacity').map((setting) => (
          <ThresholdField
            key={`${setting.rule} ${thresholds[setting.rule] ?? ''}`}
            setting={setting}
            label={NAMES[setting.rule] ?? setting.rule}
            thresholds={thresholds}
            busy={busy}
            onChoose={onChoose}
          />
        ))}
      </div>
      <button
        type="button"
        className="button button-small"
        disabled={busy || chosen === 0}
        onClick={() => onChoose({})}
      >
        Back to the usual thresholds
      </button>
    </details>
  );
}

interface CapacityFieldProps extends RuleChoicesProps {
  label: string;
}

/** What the connection carries: the one threshold that only the person can know. */
export function CapacityField({ label, ...rest }: CapacityFieldProps) {
  const setting = RULE_SETTINGS.find(({ rule }) => rule === 'over_capacity')!;
  return (
    <ThresholdField key={String(rest.thresholds.over_capacity)} setting={setting} label={label} {...rest} />
  );
}

interface ThresholdFieldProps extends RuleChoicesProps {
  setting: RuleSetting;
  label: string;
}

function ThresholdField({ setting, label, thresholds, busy, onChoose }: ThresholdFieldProps) {
  const { rule, threshold: usual, measure } = setting;
  const current = thresholds[rule] === undefined ? usual : thresholds[rule];
  const [text, setText] = useState(current === null ? '' : String(current));
  const commit = () => {
    const wanted = text.trim() === '' ? null : Number(text);
    if (wanted === current) return;
    if (wanted !== null && !(Number.isFinite(wanted) && wanted >= 0)) {
      setText(current === null ? '' : String(current));
      return;
    }
    const { [rule]: _before, ...others } = thresholds;
    onChoose(wanted === usual ? others : { ...others, [rule]: wanted });
  };
  return (
    <label>
      <span className="field-label">{label}</span>
      <input
        className="field"
        inputMode="decimal"
        value={text}
        disabled={busy}
        placeholder={usual === null ? 'not known' : 'off'}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
      <span className="field-hint">{measure}</span>
    </label>
  );
}
