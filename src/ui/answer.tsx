import { useContext, useEffect } from 'react';
import type { ReactNode } from 'react';
import { refusalText } from '../domain/refusal-text';
import { DrawingBoundary } from './drawing-boundary';
import { FigureRowsContext } from './share/figure-source';
import type { FigureRows } from './share/rows-csv';
import type { Question } from './use-question';

interface AnswerProps<R> {
  question: Question<R>;
  /** Kept while loading and on failure, so that nothing below jumps. */
  height: number;
  /** The rows to save as CSV where the picture shows more than the answer's own. */
  saved?: ((rows: R[]) => FigureRows | Promise<FigureRows>) | undefined;
  children: (rows: R[]) => ReactNode;
}

/** Shows an answer once it is there, a quiet placeholder before, and a sentence with a retry when it failed. */
export function Answer<R extends object>({ question, height, saved, children }: AnswerProps<R>) {
  const rowsRef = useContext(FigureRowsContext);
  const rows = question.state === 'ready' ? question.rows : null;
  useEffect(() => {
    if (rowsRef) rowsRef.current = rows && (() => saved?.(rows) ?? rows);
  }, [rowsRef, rows, saved]);
  if (question.state === 'loading') return <div className="skeleton" style={{ height }} aria-hidden="true" />;
  if (question.state === 'ready') {
    return (
      <DrawingBoundary height={height}>
        <Drawn draw={() => children(question.rows)} />
      </DrawingBoundary>
    );
  }
  const { title, sentence } = refusalText(question.error);
  return (
    <div className="question-failed" style={{ minHeight: height }}>
      <strong>{title}</strong>
      <span>{sentence}</span>
      <span>
        Code <code>{question.error.code}</code>
      </span>
      <button type="button" className="button button-small" onClick={question.retry}>
        Try again
      </button>
    </div>
  );
}

/** Draws inside the boundary: what the parent drew itself would fail outside it. */
function Drawn({ draw }: { draw: () => ReactNode }) {
  return draw();
}
