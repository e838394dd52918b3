import { useState } from 'react';
import type { Question } from './use-question';

/**
 * The question, or its last answer while a new one is under way: a picture that
 * follows the brush changes instead of blinking. `key` names what the answer is
 * about; an answer about something else never shows.
 */
export function useKept<R extends object>(question: Question<R>, key: string): Question<R> {
  const [kept, setKept] = useState<{ key: string; rows: R[] } | null>(null);
  if (question.state === 'ready' && kept?.rows !== question.rows) setKept({ key, rows: question.rows });
  if (question.state === 'loading' && kept?.key === key) return { state: 'ready', rows: kept.rows };
  return question;
}
