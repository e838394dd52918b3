import { useState } from 'react';
import { snippetsFor } from './copy-as';
import { CopyButton } from './copy-button';
import { SqlText } from './sql-text';

/** Lines that read the exported file elsewhere. */
export function CopyAsPanel({ file }: { file: string }) {
  const [tool, setTool] = useState<string>('duckdb');
  const snippets = snippetsFor(file);
  const shown = snippets.find(({ id }) => id === tool) ?? snippets[0]!;
  return (
    <section className="card copy-as" aria-label="Read it elsewhere">
      <div className="card-head">
        <div>
          <h1 className="card-title">Read the export elsewhere</h1>
          <p className="card-note">
            “Export Parquet” saves <code>{file}</code>. These lines read it where your other work is. The file
            carries UTC and local time, so none of them needs a time zone.
          </p>
        </div>
      </div>
      <div className="segments" role="group" aria-label="Tool">
        {snippets.map(({ id, tool: name }) => (
          <button
            key={id}
            type="button"
            className="segment"
            aria-pressed={id === shown.id}
            onClick={() => setTool(id)}
          >
            {name}
          </button>
        ))}
      </div>
      <div className="model-head">
        <span className="card-note">Needs: {shown.needs}</span>
        <CopyButton key={shown.id} text={shown.code} label={`Copy for ${shown.tool}`} />
      </div>
      {shown.id === 'duckdb' ? (
        <SqlText sql={shown.code} label="Lines for DuckDB" />
      ) : (
        <pre className="sql-text" role="region" aria-label={`Lines for ${shown.tool}`} tabIndex={0}>
          <code>{shown.code}</code>
        </pre>
      )}
    </section>
  );
}
