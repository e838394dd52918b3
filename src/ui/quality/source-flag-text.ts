import { DOUBT_DONE, MISSING_DONE, text } from './rule-sentences';
import type { RuleText } from './rule-sentences';

const FLAGGED_DONE =
  'The values are shown and counted as they lie in the file, flagged estimated, with the file’s reason in the export.';

/** What files say of their own readings, by the beginning of the rule's name; a method's number may follow. */
const SOURCE_FLAGS: Readonly<Record<string, (method: string) => RuleText>> = {
  source_estimated: (method) =>
    text(
      `Estimated by the supplier${method}`,
      'The file itself says that these readings were estimated and not measured.',
      FLAGGED_DONE,
      'supplier',
    ),
  source_substituted: (method) =>
    text(
      `Substituted by the supplier${method}`,
      'The file itself says that these readings stand in for others until better ones come.',
      FLAGGED_DONE,
      'supplier',
    ),
  source_final_substitute: (method) =>
    text(
      `Substituted for good by the supplier${method}`,
      'The file itself says that these readings stand in for others, and that none better will come.',
      FLAGGED_DONE,
      'supplier',
    ),
  source_doubted: () =>
    text(
      'Doubted by the supplier',
      'The file itself says that these readings are invalid, uncertain or faulty, or flags a number as null data.',
      DOUBT_DONE,
      'supplier',
    ),
  source_word: (word) =>
    text(
      `Called “${word.replace(', method ', '').replaceAll('_', ' ')}” by the supplier`,
      'The file has a word of its own for these readings, and what it means is not known here.',
      'The readings are shown and counted as measured. The word stands beside each of them in the export.',
      'supplier',
    ),
  source_null: () =>
    text(
      'Null data by the supplier’s word',
      'The file flags these intervals as null data; what stands there is no reading.',
      MISSING_DONE,
      'supplier',
    ),
};

/** The sentences of what a file says of its own readings; undefined for a rule of ours. */
export function sourceFlagText(rule: string): RuleText | undefined {
  const name = Object.keys(SOURCE_FLAGS).find((known) => rule.startsWith(known));
  if (name === undefined) return undefined;
  const method = rule.slice(name.length + 1);
  return SOURCE_FLAGS[name]?.(method === '' ? '' : `, method ${method}`);
}
