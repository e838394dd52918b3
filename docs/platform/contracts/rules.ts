import type { NodeConnection } from '../../../src/engine/node-engine';
import type { ContractTable, QualityRule, TableExamples } from './contract';
import exampleRows from './sql/example_rows.sql?raw';

const ENGINE_TYPES: Record<string, string> = {
  string: 'VARCHAR',
  json: 'VARCHAR',
  'timestamp (µs, UTC)': 'TIMESTAMP',
  'timestamp (µs, local)': 'TIMESTAMP',
  date: 'DATE',
  bool: 'BOOLEAN',
  double: 'DOUBLE',
  int8: 'TINYINT',
  int16: 'SMALLINT',
  int32: 'INTEGER',
};

/** Fills a table of the contract's shape with example rows. */
export async function loadExamples(
  connection: NodeConnection,
  table: ContractTable,
  { base }: TableExamples,
  overrides: readonly Record<string, unknown>[],
): Promise<void> {
  const shape = Object.fromEntries(
    table.properties.map(({ name, physicalType }) => [name, engineType(physicalType)]),
  );
  const rows = overrides.map((override) => ({ ...base, ...override }));
  const unknown = rows.flatMap((row) => Object.keys(row)).find((name) => !(name in shape));
  if (unknown !== undefined) throw new Error(`${table.name} has no column ${unknown}`);
  await connection.materialize('table', table.physicalName, exampleRows, {
    parameters: { rows: JSON.stringify(rows), shape: JSON.stringify([shape]) },
  });
}

/** Runs a rule; true when it holds. */
export async function ruleHolds(connection: NodeConnection, rule: QualityRule): Promise<boolean> {
  const [row] = await connection.query<Record<string, number>>(rule.query);
  const values = Object.values(row ?? {});
  if (values.length !== 1) throw new Error(`${rule.name} must give one value`);
  return values[0] === rule.mustBe;
}

function engineType(physicalType: string): string | string[] {
  const item = /^array<(.+)>$/.exec(physicalType)?.[1];
  if (item !== undefined) return [String(engineType(item))];
  const type = ENGINE_TYPES[physicalType];
  if (type === undefined) throw new Error(`no engine type for ${physicalType}`);
  return type;
}
