/** Flags by slot as text, a range for each run of equal ones: `0-3 E52|4-4 N`. Null where there are none. */
export function flagRuns(flags: readonly (string | null)[]): string | null {
  const runs: { first: number; last: number; flag: string }[] = [];
  flags.forEach((flag, slot) => {
    if (flag === null) return;
    const open = runs.at(-1);
    if (open && open.flag === flag && open.last === slot - 1) open.last = slot;
    else runs.push({ first: slot, last: slot, flag });
  });
  if (runs.length === 0) return null;
  return runs.map(({ first, last, flag }) => `${first}-${last} ${flag}`).join('|');
}
