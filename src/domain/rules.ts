/** What a rule does to what it finds: points it out, doubts a reading (which keeps its value), or sets it aside. */
export type Severity = 'finding' | 'suspect' | 'set_aside';

/** A named rule whose threshold a person may change. Each is a `.sql` of `etl/sql/rules`, which names its source. */
export interface RuleSetting {
  rule: RuleName;
  severity: Severity;
  /** Null: the rule is silent until somebody says. */
  threshold: number | null;
  /** What the threshold counts, in words. */
  measure: string;
}

/** The rules that can be set, by the key under which their threshold travels. */
export const RULE_SETTINGS = [
  setting('absurd_magnitude', 'suspect', 1e6, 'kW in either direction'),
  setting('negative', 'suspect', 0, 'least value of a one-way channel'),
  setting('over_capacity', 'suspect', null, 'kW of the connection'),
  setting('spike', 'suspect', 10, 'times the mean of the series'),
  setting('stuck', 'finding', 6, 'equal values in a row, not zero'),
  setting('zero_run_electricity', 'finding', 2, 'zeros in a row, electricity'),
  setting('zero_run_gas', 'finding', 48, 'zeros in a row, gas'),
  setting('zero_run_district_heating', 'finding', 720, 'zeros in a row, district heating'),
  setting('completeness_day', 'finding', 0.5, 'of the day’s intervals'),
  setting('completeness_month', 'finding', 0.9, 'of the month’s hours'),
  setting('completeness_year', 'finding', 0.9, 'of the year’s days'),
  setting('interval_change', 'finding', 1, 'change of the interval'),
  setting('out_of_order', 'finding', 1, 'row after a later one'),
  setting('overlapping_files', 'finding', 1, 'row that another file has too'),
  setting('future_date', 'finding', 1, 'day after today'),
  setting('before_1970', 'finding', 1970, 'first year with interval meters'),
  setting('looks_like_register', 'finding', 0.02, 'of the rows may fall, in a rising series'),
  setting('mixed_units', 'finding', 1000, 'times the level of the day before'),
] as const satisfies readonly RuleSetting[];

export type RuleName =
  | 'absurd_magnitude'
  | 'negative'
  | 'over_capacity'
  | 'spike'
  | 'stuck'
  | 'zero_run_electricity'
  | 'zero_run_gas'
  | 'zero_run_district_heating'
  | 'completeness_day'
  | 'completeness_month'
  | 'completeness_year'
  | 'interval_change'
  | 'out_of_order'
  | 'overlapping_files'
  | 'future_date'
  | 'before_1970'
  | 'looks_like_register'
  | 'mixed_units';

/** Thresholds that a person chose instead of the default; null turns a rule off. */
export type RuleThresholds = Readonly<Partial<Record<RuleName, number | null>>>;

/** The rules that watch, with the threshold that counts. */
export function activeRules(chosen: RuleThresholds): { rule: RuleName; threshold: number }[] {
  return RULE_SETTINGS.flatMap(({ rule, threshold }) => {
    const wanted = chosen[rule] === undefined ? threshold : chosen[rule];
    return wanted === null ? [] : [{ rule, threshold: wanted }];
  });
}

/** Whether a value from outside may stand for chosen thresholds. */
export function isRuleThresholds(value: unknown): value is RuleThresholds {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([rule, threshold]) =>
      RULE_SETTINGS.some((known) => known.rule === rule) &&
      (threshold === null || (typeof threshold === 'number' && Number.isFinite(threshold))),
  );
}

function setting(rule: RuleName, severity: Severity, threshold: number | null, measure: string): RuleSetting {
  return { rule, severity, threshold, measure };
}
