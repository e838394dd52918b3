import { useEffect, useState } from 'react';
import { toAppError } from '../domain/app-error';
import type { AppError } from '../domain/app-error';
import type { Parameters } from '../engine/engine';
import type { Session } from '../session/session';

/** The answer to a question as far as it has come. */
export type Question<R> =
  | { state: 'loading' }
  | { state: 'ready'; rows: R[] }
  | { state: 'failed'; error: AppError; retry: () => void };

interface Answer {
  key: string;
  rows?: object[];
  error?: AppError;
}

/**
 * Asks the session one question and asks again whenever its parameters or the
 * data's version change; the answer to an older question never shows. `null`
 * parameters mean that there is nothing to ask yet.
 */
export function useQuestion<R extends object>(
  session: Session,
  sql: string,
  parameters: Parameters | null,
  version: number,
): Question<R> {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const key = JSON.stringify([sql, parameters, version, attempt]);

  useEffect(() => {
    const [text, values, , tries] = JSON.parse(key) as [string, Parameters | null, number, number];
    if (values === null) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    session.ask<R>(text, values, signal, tries > 0).then(
      (rows) => {
        if (!signal.aborted) setAnswer({ key, rows });
      },
      (thrown: unknown) => {
        if (!signal.aborted) setAnswer({ key, error: toAppError(thrown, 'QUERY_FAILED') });
      },
    );
    return () => controller.abort();
  }, [session, key]);

  if (answer?.key !== key) return { state: 'loading' };
  if (answer.error)
    return { state: 'failed', error: answer.error, retry: () => setAttempt((count) => count + 1) };
  return { state: 'ready', rows: (answer.rows ?? []) as R[] };
}
