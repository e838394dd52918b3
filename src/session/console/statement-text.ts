/**
 * What can be said of a person's SQL from its text alone: where its words are, once comments and
 * quoted text are skipped. The engine's own parser has the last word (`Connection.check`), and
 * the read-only transaction behind it; this is for the sentence that a person reads.
 */

/** Comments, quoted text and names, dollar-quoted text, words, and every other character by itself. */
const TOKEN =
  /(--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|('(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|(\$[A-Za-z_]*\$)[\s\S]*?(?:\3|$))|([A-Za-z_]\w*)|\S/g;

export interface Word {
  /** In lower case. */
  text: string;
  from: number;
  to: number;
}

/** The bare words of a statement, in order: keywords and names that are not quoted. */
export function wordsOf(sql: string): Word[] {
  const words: Word[] = [];
  for (const match of sql.matchAll(TOKEN)) {
    if (match[4] !== undefined)
      words.push({ text: match[4].toLowerCase(), from: match.index, to: match.index + match[4].length });
  }
  return words;
}

/** True for a text of nothing but space, comments and semicolons. */
export function isEmptyStatement(sql: string): boolean {
  for (const match of sql.matchAll(TOKEN)) {
    if (match[1] === undefined && match[0] !== ';') return false;
  }
  return true;
}

/**
 * Where a second statement begins, or null. Semicolons at the end, with or without comments after
 * them, begin nothing.
 */
export function secondStatementAt(sql: string): number | null {
  let ended = false;
  let begun = false;
  for (const match of sql.matchAll(TOKEN)) {
    if (match[1] !== undefined) continue;
    if (match[0] === ';') ended = begun;
    else if (ended) return match.index;
    else begun = true;
  }
  return null;
}

/** The statement without the semicolons and comments after it, so that it can stand in brackets. */
export function withoutEnd(sql: string): string {
  let end = 0;
  for (const match of sql.matchAll(TOKEN)) {
    if (match[1] === undefined && match[0] !== ';') end = match.index + match[0].length;
  }
  return sql.slice(0, end);
}
