import { INPUT_TABLES } from '../../etl/input-tables';
import { MODELS } from '../../etl/models';

/** A table or view that is open, as its contract describes it. */
export interface CatalogueTable {
  name: string;
  kind: 'table' | 'view' | 'input';
  /** Folder of the model: staging, intermediate, marts or checks; `inputs` for what a run starts from. */
  layer: string;
  grain: string;
  description: string;
  unique: readonly (readonly string[])[];
  columns: readonly CatalogueColumn[];
  inputs: readonly string[];
  /** The text that the ETL runs; null for an input. */
  sql: string | null;
}

export interface CatalogueColumn {
  name: string;
  type: string;
  nullable?: boolean;
  description: string;
}

interface Contract {
  model: string;
  grain: string;
  description: string;
  unique: string[][];
  columns: CatalogueColumn[];
}

const CONTRACTS: Record<string, Contract> = import.meta.glob('../../etl/sql/**/*.contract.json', {
  import: 'default',
  eager: true,
});

/** What people ask about first stands first. */
const LAYERS = ['marts', 'checks', 'rules', 'intermediate', 'staging', 'inputs'];

/** The layers that are there, in that order; one that this list does not know comes last. */
export const layersOf = (tables: readonly CatalogueTable[]): string[] =>
  [...new Set(tables.map(({ layer }) => layer))].sort((one, other) => placeOf(one) - placeOf(other));

const placeOf = (layer: string): number => (LAYERS.indexOf(layer) + LAYERS.length + 1) % (LAYERS.length + 1);

/** Every model and input, in the order of the browser: what is exported first, what it is made of after it. */
export const CATALOGUE: readonly CatalogueTable[] = [...models().reverse(), ...inputs()].sort(
  (one, other) => placeOf(one.layer) - placeOf(other.layer),
);

/** The models in the order in which they run. */
export const RUNNING_ORDER: readonly CatalogueTable[] = models();

/** The models that read a table. */
export function readersOf(name: string): readonly CatalogueTable[] {
  return CATALOGUE.filter(({ inputs: read }) => read.includes(name));
}

function models(): CatalogueTable[] {
  const contracts = new Map(
    Object.entries(CONTRACTS).map(([path, contract]) => [contract.model, { path, contract }]),
  );
  return MODELS.map(({ name, kind, inputs: read, sql }) => {
    const found = contracts.get(name);
    return {
      name,
      kind,
      layer: found?.path.split('/').at(-2) ?? 'intermediate',
      grain: found?.contract.grain ?? '',
      description: found?.contract.description ?? '',
      unique: found?.contract.unique ?? [],
      columns: found?.contract.columns ?? [],
      inputs: [...new Set(read.flatMap((input) => tablesOf(input, sql)))],
      sql,
    };
  });
}

/** A policy is a column of its table; of what is staged only the rows are kept. */
function tablesOf(input: string, sql: string): string[] {
  if (input === 'staged_rows') return /\bstored_row\b/.test(sql) ? ['stored_row'] : [];
  return [input.replace(/\..*$/, '')];
}

function inputs(): CatalogueTable[] {
  return INPUT_TABLES.map((table) => ({
    ...table,
    kind: 'input',
    layer: 'inputs',
    unique: [],
    inputs: [],
    sql: null,
  }));
}
