/** The views that show the open data. The platform design is not one of them: it needs no data. */
export const VIEWS = ['explore', 'meters', 'quality', 'sql'] as const;
export type View = (typeof VIEWS)[number];

/**
 * The view that a URL hash names: `#quality`, or `#explore?from=…` with what the view itself keeps
 * behind the question mark. An empty or unknown hash means `explore`.
 */
export function viewOf(hash: string): View {
  const name = hash.replace(/^#/, '').split(/[?/]/, 1)[0];
  return VIEWS.find((view) => view === name) ?? 'explore';
}
