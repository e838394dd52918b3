import { classHighlighter, highlightCode } from '@lezer/highlight';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { duckdbDialect } from './duckdb-dialect';

/** SQL in colours, to read. */
export function SqlText({ sql, label }: { sql: string; label: string }) {
  const parts = useMemo(() => coloured(sql), [sql]);
  return (
    <pre className="sql-text" role="region" aria-label={label} tabIndex={0}>
      <code>{parts}</code>
    </pre>
  );
}

function coloured(sql: string): ReactNode[] {
  const parts: ReactNode[] = [];
  highlightCode(
    sql,
    duckdbDialect.language.parser.parse(sql),
    classHighlighter,
    (text, classes) => {
      parts.push(
        classes ? (
          <span key={parts.length} className={classes}>
            {text}
          </span>
        ) : (
          text
        ),
      );
    },
    () => parts.push('\n'),
  );
  return parts;
}
