import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/run';
import { DEFAULT_POLICIES } from '../../../src/domain/policy';
import { createNodeEngine } from '../../../src/engine/node-engine';
import type { NodeConnection } from '../../../src/engine/node-engine';
import { DATA_DICTIONARY } from '../../../src/etl/data-dictionary';
import { SAMPLE_PORTFOLIO } from '../questions/sample-run';
import { readContracts } from './contract';
import { ruleHolds } from './rules';
import nullCounts from './sql/null_counts.sql?raw';
import writtenColumns from './sql/written_columns.sql?raw';
import writtenReadings from './sql/written_readings.sql?raw';

const { contract } = readContracts().find(({ contract: { id } }) => id === 'energy-reading')!;
const table = contract.schema[0]!;

const LOGICAL_TYPE: Record<string, string> = {
  string: 'string',
  date: 'date',
  bool: 'boolean',
  double: 'number',
  int8: 'integer',
  int16: 'integer',
  int32: 'integer',
  'timestamp (µs, UTC)': 'timestamp',
  'timestamp (µs, local)': 'timestamp',
};

/** What the engine calls the types that a written file holds. */
const WRITTEN_TYPE: Record<string, string> = {
  VARCHAR: 'string',
  DATE: 'date',
  BOOLEAN: 'bool',
  DOUBLE: 'double',
  TINYINT: 'int8',
  SMALLINT: 'int16',
  INTEGER: 'int32',
  'TIMESTAMP WITH TIME ZONE': 'timestamp (µs, UTC)',
  TIMESTAMP: 'timestamp (µs, local)',
};

it('has the columns, types, nullability and words of the data dictionary, in its order', () => {
  const said = table.properties.map(({ name, physicalType, required, description }) => ({
    name,
    type: physicalType,
    nullable: required !== true,
    meaning: description,
  }));
  expect(said).toEqual(DATA_DICTIONARY);
});

it('has the logical type that belongs to each physical one', () => {
  for (const column of table.properties) expect(column.logicalType).toBe(LOGICAL_TYPE[column.physicalType]);
});

describe('a file that the command line really writes', () => {
  const room = mkdtempSync(join(tmpdir(), 'meterfold-contract-'));
  const out = join(room, 'out.parquet');
  const parameters = { written_path: out };
  let connection: NodeConnection;

  beforeAll(async () => {
    await runCli({ inputs: [SAMPLE_PORTFOLIO], out, report: null, policies: DEFAULT_POLICIES });
    connection = await (await createNodeEngine({ threads: 1 })).connect();
  });
  afterAll(async () => {
    await connection.close();
    rmSync(room, { recursive: true, force: true });
  });

  it('has the columns of the contract with their types', async () => {
    const written = await connection.query<{ column_name: string; column_type: string }>(writtenColumns, {
      parameters,
    });
    expect(
      written.map(({ column_name, column_type }) => ({ name: column_name, type: WRITTEN_TYPE[column_type] })),
    ).toEqual(table.properties.map(({ name, physicalType }) => ({ name, type: physicalType })));
  });

  it('has no missing value in a required column', async () => {
    const found = await connection.query<{ column_name: string; null_percentage: number }>(nullCounts, {
      parameters,
    });
    const required = table.properties.filter((column) => column.required).map(({ name }) => name);
    const empty = found.filter(
      (column) => required.includes(column.column_name) && Number(column.null_percentage) > 0,
    );
    expect(empty).toEqual([]);
  });

  it.each(table.quality)('keeps the rule $name', async (rule) => {
    await connection.materialize('view', table.physicalName, writtenReadings, { parameters });
    expect(await ruleHolds(connection, rule)).toBe(true);
  });
});
