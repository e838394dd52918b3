import { ROW_RULE_CASES } from './row-rule-cases';
import { VALUE_RULE_CASES } from './value-rule-cases';
import type { RuleCase } from './rule-months';

/** Each is a meter of its own: a file with something to find, or close to it with nothing. */
export const RULE_CASES: readonly RuleCase[] = [...VALUE_RULE_CASES, ...ROW_RULE_CASES];
