import { countOf } from '../../domain/number-text';
import { CATALOGUE, readersOf, RUNNING_ORDER } from './catalogue';
import type { CatalogueTable } from './catalogue';
import { CopyButton } from './copy-button';
import { SqlText } from './sql-text';

interface ModelsPanelProps {
  counts: ReadonlyMap<string, number | null>;
  chosen: string | null;
  onChoose: (name: string) => void;
  onTry: (statement: string) => void;
}

/** The ETL model by model: the text that ran, what it promises, where it comes from and where it goes. */
export function ModelsPanel({ counts, chosen, onChoose, onTry }: ModelsPanelProps) {
  const table = CATALOGUE.find(({ name }) => name === chosen) ?? RUNNING_ORDER[0]!;
  return (
    <div className="models">
      <nav className="card models-list" aria-label="Models">
        <h2 className="card-title">Models, in running order</h2>
        <ol>
          {RUNNING_ORDER.map(({ name, kind, layer }) => (
            <li key={name}>
              <button
                type="button"
                className="model-link"
                aria-current={name === table.name ? 'true' : undefined}
                onClick={() => onChoose(name)}
              >
                <code className="clip">{name}</code>
                <small>
                  {layer} {kind}
                </small>
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <ModelPage table={table} counts={counts} onChoose={onChoose} onTry={onTry} />
    </div>
  );
}

interface ModelPageProps extends Omit<ModelsPanelProps, 'chosen'> {
  table: CatalogueTable;
}

function ModelPage({ table, counts, onChoose, onTry }: ModelPageProps) {
  const count = counts.get(table.name);
  return (
    <section className="card model" aria-label={`Model ${table.name}`}>
      <div className="card-head">
        <div>
          <h1 className="card-title">
            <code>{table.name}</code>
          </h1>
          <p className="card-note">{table.description}</p>
        </div>
        <button
          type="button"
          className="button button-small"
          onClick={() => onTry(`from ${table.name}\nlimit 1000\n`)}
        >
          Look into it
        </button>
      </div>
      <dl className="model-facts">
        <Fact term="Rows in the open data">{typeof count === 'number' ? countOf(count, 'row') : '…'}</Fact>
        <Fact term="Kept as">{keptAs(table)}</Fact>
        <Fact term="One row is">{table.grain}</Fact>
        {table.unique.length > 0 && (
          <Fact term="Unique">{table.unique.map((key) => key.join(' + ')).join('; ')}</Fact>
        )}
      </dl>
      <Lineage table={table} counts={counts} onChoose={onChoose} />
      {table.sql !== null && (
        <>
          <div className="model-head">
            <h2 className="model-title">The SQL that ran</h2>
            <CopyButton text={table.sql} label={`Copy the SQL of ${table.name}`} />
          </div>
          <SqlText sql={table.sql} label={`SQL of ${table.name}`} />
        </>
      )}
      <h2 className="model-title">Its contract</h2>
      <ColumnTable table={table} />
    </section>
  );
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function keptAs({ kind }: CatalogueTable): string {
  if (kind === 'view') return 'a view: calculated when asked, never stored';
  return kind === 'table' ? 'a table' : 'a table made by the run';
}

/** What a model reads and what reads it: three columns, joined by the way of the data. */
function Lineage({ table, counts, onChoose }: Omit<ModelPageProps, 'onTry'>) {
  const readers = readersOf(table.name).map(({ name }) => name);
  return (
    <div className="lineage" role="group" aria-label="Where it comes from and where it goes">
      <LineageSide title="Reads" names={table.inputs} counts={counts} onChoose={onChoose} />
      <span className="lineage-arrow" aria-hidden="true" />
      <span className="lineage-here">
        <code>{table.name}</code>
      </span>
      <span className="lineage-arrow" aria-hidden="true" />
      <LineageSide title="Read by" names={readers} counts={counts} onChoose={onChoose} />
    </div>
  );
}

interface LineageSideProps extends Pick<ModelPageProps, 'counts' | 'onChoose'> {
  title: string;
  names: readonly string[];
}

function LineageSide({ title, names, counts, onChoose }: LineageSideProps) {
  return (
    <div className="lineage-side">
      <small>{title}</small>
      {names.length === 0 && (
        <span className="lineage-end">{title === 'Reads' ? 'the files' : 'the views and the export'}</span>
      )}
      {names.map((name) => {
        const known = CATALOGUE.some((table) => table.name === name);
        const count = counts.get(name);
        return (
          <button
            key={name}
            type="button"
            className="lineage-node"
            disabled={!known}
            title={known ? 'Show it' : 'Rows as they were read, dropped after the run'}
            onClick={() => onChoose(name)}
          >
            <code>{name}</code>
            {typeof count === 'number' && <small>{countOf(count, 'row')}</small>}
          </button>
        );
      })}
    </div>
  );
}

function ColumnTable({ table }: { table: CatalogueTable }) {
  return (
    <div className="column-table" role="region" aria-label={`Columns of ${table.name}`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Type</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map(({ name, type, nullable, description }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>
                {type.toLowerCase()}
                {nullable === true && <small> or null</small>}
              </td>
              <td>{description}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
