/** Keys of the chosen lines. A selection is never changed in place. */
export type Selection = ReadonlySet<string>;

export const NOTHING_SELECTED: Selection = new Set();

/** With the key, or without it. */
export function toggled(selection: Selection, key: string): Selection {
  const next = new Set(selection);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** With every key from one to the other, both included, in the order on show. An anchor that is not on show counts as none. */
export function withRange(
  selection: Selection,
  shown: readonly { key: string }[],
  anchor: string | null,
  target: string,
): Selection {
  const end = shown.findIndex(({ key }) => key === target);
  const found = shown.findIndex(({ key }) => key === anchor);
  const start = found < 0 ? end : found;
  const range = shown.slice(Math.min(start, end), Math.max(start, end) + 1);
  return new Set([...selection, ...range.map(({ key }) => key)]);
}

/** With every line on show, or without any of them when all are selected already. */
export function withAll(selection: Selection, shown: readonly { key: string }[]): Selection {
  const keys = new Set(shown.map(({ key }) => key));
  if (allSelected(selection, shown)) return new Set([...selection].filter((key) => !keys.has(key)));
  return new Set([...selection, ...keys]);
}

export const allSelected = (selection: Selection, shown: readonly { key: string }[]): boolean =>
  shown.length > 0 && shown.every(({ key }) => selection.has(key));
