import { DUPLICATE_POLICIES, ESTIMATE_POLICIES } from '../domain/policy';
import type { DuplicatePolicy, EstimatePolicy, Policies } from '../domain/policy';
import type { RuleThresholds } from '../domain/rules';
import type { Channel, Fuel } from '../domain/series';
import { CHANNELS, FUELS, UNKNOWN_UNIT } from '../domain/series';
import type { SeriesRow } from '../queries/rows/series';
import { shortText } from '../domain/number-text';
import { channelText, fuelText } from '../charts/series-text';
import { DUPLICATE_TEXTS, ESTIMATE_TEXTS } from './policy-lines';
import { Choice } from './choice';
import { MeaningChoices } from './meaning-choices';
import { CapacityField, RuleChoices } from './rule-choices';
import { RecentRecipes } from './recipes/recent-recipes';
import { SeriesChoices } from './series-choices';

interface Option {
  value: string;
  label: string;
}

const UNITS: readonly string[] = [UNKNOWN_UNIT, 'Wh', 'kWh', 'MWh', 'm³'];

const options = (values: readonly string[], label: (value: string) => string): Option[] =>
  values.map((value) => ({ value, label: label(value) }));

const DUPLICATES = DUPLICATE_POLICIES.map((value) => ({ value, label: DUPLICATE_TEXTS[value] }));
const ESTIMATES = ESTIMATE_POLICIES.map((value) => ({ value, label: ESTIMATE_TEXTS[value] }));

const unitLabel = (unit: string): string => (unit === UNKNOWN_UNIT ? 'leave it open' : shortText(unit, 20));

interface ChoicesProps {
  /** The series that is shown, where there is one. */
  series?: SeriesRow;
  policies: Policies;
  busy: boolean;
  onChoose: (change: Partial<Policies>) => void;
}

/** What a person may decide where the files leave it open. Every choice travels in the exported file. */
export function Choices({ series, policies, busy, onChoose }: ChoicesProps) {
  const { assumedFuel, assumedChannel, assumedUnit, duplicates, estimate, ruleThresholds } = policies;
  const onRules = (thresholds: RuleThresholds) => onChoose({ ruleThresholds: thresholds });
  const units = UNITS.includes(assumedUnit) ? UNITS : [...UNITS, assumedUnit];
  const choice = (
    label: string,
    value: string,
    list: readonly Option[],
    change: (value: string) => Partial<Policies>,
  ) => (
    <Choice
      label={label}
      value={value}
      options={list}
      busy={busy}
      onChange={(next) => onChoose(change(next))}
    />
  );
  return (
    <section className="card" aria-label="Choices">
      <div className="card-head">
        <div>
          <h2 className="card-title">What you decide</h2>
          <p className="card-note">
            A file’s own word comes first. Every choice is written into every export, and changing one runs
            only what depends on it.
          </p>
        </div>
      </div>
      <h3 className="choices-name">Where the files leave it open</h3>
      <div className="choices">
        {choice('Fuel, if not stated', assumedFuel, options(FUELS, fuelText), (value) => ({
          assumedFuel: value as Fuel,
        }))}
        {choice('Channel, if not stated', assumedChannel, options(CHANNELS, channelText), (value) => ({
          assumedChannel: value as Channel,
        }))}
        {choice('Unit, if not stated', assumedUnit, options(units, unitLabel), (value) => ({
          assumedUnit: value,
        }))}
      </div>
      <MeaningChoices policies={policies} busy={busy} onChoose={onChoose} />
      {series && <SeriesChoices series={series} policies={policies} busy={busy} onChoose={onChoose} />}
      <h3 className="choices-name">What is repeated, missing or doubtful</h3>
      <div className="choices">
        {choice('When rows contradict each other', duplicates, DUPLICATES, (value) => ({
          duplicates: value as DuplicatePolicy,
        }))}
        {choice('Missing readings', estimate, ESTIMATES, (value) => ({
          estimate: value as EstimatePolicy,
        }))}
        <CapacityField
          label="The connections carry, kW"
          thresholds={ruleThresholds}
          busy={busy}
          onChoose={onRules}
        />
      </div>
      <RuleChoices thresholds={ruleThresholds} busy={busy} onChoose={onRules} />
      <RecentRecipes policies={policies} busy={busy} onChoose={onChoose} />
    </section>
  );
}
