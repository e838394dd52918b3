import type { AppError } from '../../domain/app-error';
import type { Question } from '../use-question';

/** A question about the other side of a comparison that was not answered. */
export interface FailedOverlay {
  /** Titles of the cards that show nothing of the other side for it. */
  places: readonly string[];
  error: AppError;
  retry: () => void;
}

/** Those of the questions that failed; each is named by the cards that show its answer. */
export const failedOverlays = (
  questions: readonly (readonly [places: readonly string[], question: Question<object>])[],
): FailedOverlay[] =>
  questions.flatMap(([places, question]) =>
    question.state === 'failed' ? [{ places, error: question.error, retry: question.retry }] : [],
  );
