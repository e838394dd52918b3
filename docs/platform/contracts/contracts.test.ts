import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from '../../../src/engine/node-engine';
import type { NodeConnection } from '../../../src/engine/node-engine';
import { OPTIONAL_COLUMNS, REQUIRED_COLUMNS } from '../../../src/etl/input-contract';
import { customProperty, readContracts, readExamples } from './contract';
import { checkContract } from './odcs-check';
import { loadExamples, ruleHolds } from './rules';

const contracts = readContracts();
const PERSONAL = ['location_key', 'ext_dev_ref', 'payload', 'residents'];

let connection: NodeConnection;
beforeAll(async () => {
  connection = await (await createNodeEngine({ threads: 1 })).connect();
});
afterAll(async () => connection.close());

it('covers energy, home profile, weather, prices, insight events and the silver table', () => {
  expect(contracts.map(({ contract }) => contract.id)).toEqual([
    'day-ahead-price',
    'energy-day',
    'energy-reading',
    'home-profile',
    'insight-event',
    'weather-hour',
  ]);
});

describe.each(contracts)('$file', ({ file, contract }) => {
  it('is a document of the Open Data Contract Standard', () => {
    expect(checkContract(contract)).toEqual([]);
    expect(file).toBe(`${contract.id}.odcs.yaml`);
  });

  it('names an owner, who may read it, how fresh it is and how it changes', () => {
    expect(contract.team.members.some(({ role }) => role === 'owner')).toBe(true);
    expect(contract.roles.length).toBeGreaterThan(0);
    expect(contract.slaProperties.map(({ property }) => property)).toContain('retention');
    expect(
      contract.slaProperties.some(({ property }) => ['latency', 'timeOfAvailability'].includes(property)),
    ).toBe(true);
    expect(customProperty(contract, 'changePolicy')).not.toBeNull();
    expect(customProperty(contract, 'accountable')).not.toBeNull();
  });

  it('says of each table its grain, its key and what is personal', () => {
    for (const table of contract.schema) {
      expect(table.dataGranularityDescription).toBeTruthy();
      const key = table.properties.filter(({ primaryKey }) => primaryKey);
      expect(key.map(({ primaryKeyPosition }) => primaryKeyPosition)).toEqual(
        key.map((_, index) => index + 1),
      );
      expect(key.every(({ required }) => required)).toBe(true);
      const unmarked = table.properties.filter(
        ({ name, classification }) => PERSONAL.includes(name) && !classification,
      );
      expect(unmarked).toEqual([]);
      expect(table.properties.filter(({ description }) => !description)).toEqual([]);
    }
  });

  const examples = readExamples(contract.id);
  const rules = contract.schema.flatMap((table) =>
    table.quality.map((rule) => ({ table, rule, name: rule.name })),
  );

  it.each(rules)('$name holds for good rows and fails for bad ones', async ({ table, rule }) => {
    const rows = examples[table.name]!;
    await loadExamples(connection, table, rows, rows.good);
    expect(await ruleHolds(connection, rule)).toBe(true);
    await loadExamples(connection, table, rows, rows.bad[rule.name]!);
    expect(await ruleHolds(connection, rule)).toBe(false);
  });
});

it('names every column that the ETL reads in the contract of what it reads', () => {
  const { contract } = contracts.find(({ contract: { id } }) => id === 'energy-day')!;
  const columns = contract.schema[0]!.properties;
  const required = columns.filter((column) => column.required).map(({ name }) => name);
  expect(required).toEqual(expect.arrayContaining([...REQUIRED_COLUMNS]));
  expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining([...OPTIONAL_COLUMNS]));
});

describe('the check itself', () => {
  const sound = contracts[0]!.contract;

  it.each([
    ['a missing key', { ...sound, id: undefined }, '/id: a text is expected'],
    ['an invented key', { ...sound, owner: 'me' }, ': owner is not a key of the standard'],
    ['an unknown state', { ...sound, status: 'finished' }, '/status: “finished” is not one of'],
    ['an old version', { ...sound, apiVersion: 'v2.2.2' }, '/apiVersion: “v2.2.2” is not one of'],
    [
      'an unknown type',
      { ...sound, schema: [{ name: 't', properties: [{ name: 'c', logicalType: 'money' }] }] },
      '“money”',
    ],
    ['no contract at all', null, ': keys are expected'],
  ])('refuses %s', (_, contract, expected) => {
    expect(checkContract(contract).join('\n')).toContain(expected);
  });
});
