/** What the SQL view shows, as it stands behind the question mark of its address. */
export interface SqlAddress {
  part: 'console' | 'models' | 'elsewhere';
  model: string | null;
}

const PARTS: readonly SqlAddress['part'][] = ['console', 'models', 'elsewhere'];

/** Reads `#sql?part=models&model=reading`; anything else is the console. */
export function sqlAddressOf(hash: string): SqlAddress {
  const query = new URLSearchParams(hash.split('?')[1] ?? '');
  const part = PARTS.find((known) => known === query.get('part')) ?? 'console';
  return { part, model: query.get('model') };
}

/** The address that shows it. */
export function sqlHash({ part, model }: SqlAddress): string {
  if (part === 'console') return '#sql';
  const query = new URLSearchParams({ part, ...(model === null ? {} : { model }) });
  return `#sql?${query.toString()}`;
}
