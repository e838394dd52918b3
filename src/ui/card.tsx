import type { ReactNode } from 'react';

/** A section with its title and one sentence on what it shows. */
export function Card({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <section className="card" aria-label={title}>
      <div className="card-head">
        <div>
          <h2 className="card-title">{title}</h2>
          <p className="card-note">{note}</p>
        </div>
      </div>
      {children}
    </section>
  );
}
