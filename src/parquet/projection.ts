/** What to ask the library for, so that it delivers the wanted columns and as little else as it can. */
export interface Projection {
  /** Column paths for the library, or null to read all columns. */
  paths: string[] | null;
  /** True when the library will deliver nothing but the wanted columns. */
  exact: boolean;
}

/**
 * Plans around the library's way of matching names. A path also selects every
 * other column that begins with it and a dot (`date` brings `date.local` along),
 * and a name beyond ASCII that begins another name crashes it, because it counts
 * bytes and then looks for a character. Full leaf paths leave only rare cases.
 * @param leafPaths the leaf columns of the file, each with its top-level column first
 * @param wanted names of top-level columns
 */
export function planProjection(leafPaths: readonly string[][], wanted: readonly string[]): Projection {
  const leaves = leafPaths.map((path) => ({
    dotted: path.join('.'),
    wanted: wanted.includes(path[0] ?? ''),
  }));
  const paths = leaves.filter((leaf) => leaf.wanted).map((leaf) => leaf.dotted);
  const others = leaves.filter((leaf) => !leaf.wanted).map((leaf) => leaf.dotted);
  if (paths.some((path) => [...paths, ...others].some((other) => match(path, other) === 'crash'))) {
    return { paths: null, exact: others.length === 0 };
  }
  return { paths, exact: !paths.some((path) => others.some((other) => match(path, other) === 'selected')) };
}

/** What the library makes of a column when it is asked for a path. */
function match(path: string, column: string): 'selected' | 'left out' | 'crash' {
  if (column === path) return 'selected';
  if (!column.startsWith(path)) return 'left out';
  const next = [...column][new TextEncoder().encode(path).length];
  if (next === undefined) return 'crash';
  return next === '.' ? 'selected' : 'left out';
}
