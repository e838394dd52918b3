import { useRef } from 'react';
import type { ReactNode } from 'react';
import { FigureMenu } from './share/figure-menu';
import { FigureRowsContext } from './share/figure-source';
import type { FigureRows } from './share/rows-csv';

/** A section with its title, one sentence on what it shows, and the ways to save its picture. */
export function Card({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  const rows = useRef<(() => FigureRows) | null>(null);
  return (
    <section className="card" aria-label={title}>
      <div className="card-head">
        <div className="card-words">
          <h2 className="card-title">{title}</h2>
          <p className="card-note">{note}</p>
        </div>
        <FigureMenu title={title} rowsOf={() => rows.current?.() ?? null} />
      </div>
      <FigureRowsContext value={rows}>{children}</FigureRowsContext>
    </section>
  );
}
