/** The zones of this browser's time zone database, UTC among them. */
export function knownZones(): string[] {
  const zones = Intl.supportedValuesOf('timeZone');
  return zones.includes('UTC') ? zones : ['UTC', ...zones];
}

/** Zones whose name holds every typed word, spaces standing for underscores and slashes. */
export function matchingZones(zones: readonly string[], typed: string): string[] {
  const words = typed
    .toLowerCase()
    .split(/[\s_/]+/)
    .filter(Boolean);
  return zones.filter((zone) => words.every((word) => zone.toLowerCase().includes(word)));
}

/**
 * The zone that a typed text stands for: the listed name it equals but for case
 * and spaces, else the only name it matches, else the text itself, so that
 * aliases which the browser does not list still work.
 */
export function typedZone(zones: readonly string[], typed: string): string {
  const text = typed.trim();
  const plain = (zone: string) => zone.toLowerCase().replaceAll('_', ' ');
  const exact = zones.find((zone) => plain(zone) === plain(text));
  if (exact) return exact;
  const matches = text ? matchingZones(zones, text) : [];
  return matches.length === 1 ? matches[0]! : text;
}
