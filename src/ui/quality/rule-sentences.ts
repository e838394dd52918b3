/** Where what was done can be changed: the choices of this view, the convention in Explore, or only the file itself. */
export type ChangePlace = 'choices' | 'convention' | 'zone' | 'supplier' | 'nothing';

/** A rule in plain sentences: what it saw, what was done about it, and how to change that. */
export interface RuleText {
  title: string;
  means: string;
  done: string;
  place: ChangePlace;
}

export const MISSING_DONE =
  'The intervals are there, flagged missing, without a value, unless estimates are asked for below. No total counts them.';
export const KEPT_DONE = 'Nothing was changed: the values are shown and counted as they lie in the file.';
export const DOUBT_DONE = 'The values are kept and counted, and flagged suspect in every picture and export.';

/** The sentences of one rule. */
export const text = (title: string, means: string, done: string, place: ChangePlace): RuleText => ({
  title,
  means,
  done,
  place,
});
