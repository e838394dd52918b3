/** Statements that were run, newest first: text only, never a result. */
const KEY = 'meterfold.sql-history';
const SWITCH_KEY = 'meterfold.sql-history-off';
const MOST_STATEMENTS = 50;
const LONGEST_STATEMENT = 20_000;

/** The statements remembered on this machine. Storage that is blocked or full remembers nothing. */
export function readHistory(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((entry) => typeof entry === 'string') : [];
  } catch {
    return [];
  }
}

/** Whether statements are remembered at all. */
export function isRemembering(): boolean {
  try {
    return localStorage.getItem(SWITCH_KEY) === null;
  } catch {
    return false;
  }
}

/** Puts a statement first, once. @returns what is remembered now */
export function remember(statement: string): string[] {
  const text = statement.trim();
  const before = readHistory();
  if (!isRemembering() || text === '' || text.length > LONGEST_STATEMENT) return before;
  const next = [text, ...before.filter((entry) => entry !== text)].slice(0, MOST_STATEMENTS);
  return store(KEY, JSON.stringify(next)) ? next : before;
}

/** Turns remembering on, or off and forgets everything. */
export function setRemembering(on: boolean): void {
  try {
    if (on) localStorage.removeItem(SWITCH_KEY);
    else localStorage.setItem(SWITCH_KEY, '1');
    if (!on) localStorage.removeItem(KEY);
  } catch {
    // Where nothing can be stored, nothing is remembered either.
  }
}

function store(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
