import type { Policies, RegisterGapPolicy } from '../domain/policy';
import { REGISTER_GAP_POLICIES } from '../domain/policy';
import { MEANINGS } from '../domain/series';
import type { Meaning } from '../domain/series';
import { OUTPUT_UNITS, POWER_POLICIES } from '../domain/units';
import type { OutputUnit, PowerPolicy } from '../domain/units';
import { Choice } from './choice';
import { GAP_TEXTS, MEANING_TEXTS, OUTPUT_UNIT_TEXTS, POWER_TEXTS } from './meaning-text';
import { NumberField } from './number-field';

interface MeaningChoicesProps {
  policies: Policies;
  busy: boolean;
  onChoose: (change: Partial<Policies>) => void;
}

/** What values are, and in which unit their energy is shown. Only exact conversions are offered. */
export function MeaningChoices({ policies, busy, onChoose }: MeaningChoicesProps) {
  const { outputUnit, power, calorificKwhPerM3, meaning, registerGaps } = policies;
  return (
    <>
      <h3 className="choices-name">Units, and what the values are</h3>
      <div className="choices">
        <Choice
          label="Show energy in"
          value={outputUnit}
          options={OUTPUT_UNITS.map((value) => ({ value, label: OUTPUT_UNIT_TEXTS[value] }))}
          busy={busy}
          onChange={(value) => onChoose({ outputUnit: value as OutputUnit })}
        />
        <NumberField
          label="Calorific value of gas, kWh/m³"
          value={calorificKwhPerM3}
          busy={busy}
          placeholder="m³ stay m³"
          hint="from the bill; never assumed"
          onChange={(value) => onChoose({ calorificKwhPerM3: value })}
        />
        <Choice
          label="Readings in W, kW or MW"
          value={power}
          options={POWER_POLICIES.map((value) => ({ value, label: POWER_TEXTS[value] }))}
          busy={busy}
          onChange={(value) => onChoose({ power: value as PowerPolicy })}
        />
        <Choice
          label="The values are"
          value={meaning}
          options={MEANINGS.map((value) => ({ value, label: MEANING_TEXTS[value] }))}
          busy={busy}
          onChange={(value) => onChoose({ meaning: value as Meaning })}
        />
        <Choice
          label="Energy over a gap in a counter"
          value={registerGaps}
          options={REGISTER_GAP_POLICIES.map((value) => ({ value, label: GAP_TEXTS[value] }))}
          busy={busy}
          onChange={(value) => onChoose({ registerGaps: value as RegisterGapPolicy })}
        />
      </div>
    </>
  );
}
