import { useMemo, useState } from 'react';
import { countOf } from '../../domain/number-text';
import { CATALOGUE, layersOf } from './catalogue';
import type { CatalogueTable } from './catalogue';

const LAYER_TEXTS: Readonly<Record<string, string>> = {
  marts: 'The result',
  checks: 'Checks',
  rules: 'Rules that look for trouble',
  intermediate: 'On the way',
  staging: 'As read',
  inputs: 'What a run starts from',
};

interface SchemaBrowserProps {
  counts: ReadonlyMap<string, number | null>;
  onInsert: (name: string) => void;
  onModel: (name: string) => void;
}

/** Tables and views with their columns, types, meanings and rows. */
export function SchemaBrowser({ counts, onInsert, onModel }: SchemaBrowserProps) {
  const [search, setSearch] = useState('');
  const shown = useMemo(() => CATALOGUE.filter((table) => matches(table, search)), [search]);
  return (
    <section className="card schema" aria-label="Tables">
      <h2 className="card-title">Tables</h2>
      <input
        className="field"
        type="search"
        aria-label="Search tables and columns"
        placeholder="Search tables and columns"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {shown.length === 0 && <p className="nothing-here">No table or column is called that.</p>}
      {layersOf(shown).map((layer) => {
        const tables = shown.filter((table) => table.layer === layer);
        return (
          <div key={layer}>
            <h3 className="schema-layer">{LAYER_TEXTS[layer] ?? layer}</h3>
            {tables.map((table) => (
              <SchemaTable
                key={table.name}
                table={table}
                count={counts.get(table.name)}
                onInsert={onInsert}
                onModel={onModel}
              />
            ))}
          </div>
        );
      })}
    </section>
  );
}

interface SchemaTableProps extends Pick<SchemaBrowserProps, 'onInsert' | 'onModel'> {
  table: CatalogueTable;
  count: number | null | undefined;
}

function SchemaTable({ table, count, onInsert, onModel }: SchemaTableProps) {
  return (
    <details className="schema-table">
      <summary>
        <code className="clip">{table.name}</code>
        <small>{typeof count === 'number' ? countOf(count, 'row') : count === null ? '' : '…'}</small>
      </summary>
      <p className="card-note">{table.description}</p>
      <p className="card-note">One row: {table.grain}.</p>
      <p className="schema-actions">
        <button type="button" className="button-link" onClick={() => onInsert(table.name)}>
          Insert its name
        </button>
        {table.sql !== null && (
          <button type="button" className="button-link" onClick={() => onModel(table.name)}>
            See its SQL
          </button>
        )}
      </p>
      <dl className="schema-columns">
        {table.columns.map((column) => (
          <div key={column.name}>
            <dt>
              <button
                type="button"
                className="schema-column"
                title="Insert into the statement"
                onClick={() => onInsert(column.name)}
              >
                {column.name}
              </button>
              <small>{column.type.toLowerCase()}</small>
            </dt>
            <dd>{column.description}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function matches(table: CatalogueTable, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  const texts = [table.name, ...table.columns.map(({ name }) => name)];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}
