import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** The parts of the Open Data Contract Standard 3.1 that our contracts use. */
export interface Contract {
  apiVersion: string;
  kind: string;
  id: string;
  name: string;
  version: string;
  status: string;
  domain: string;
  dataProduct: string;
  description: { purpose: string; usage: string; limitations: string };
  servers: { server: string; type: string }[];
  schema: ContractTable[];
  team: { name: string; members: { username: string; role: string }[] };
  roles: { role: string; access: string }[];
  slaProperties: { property: string; value: string | number; unit?: string; description: string }[];
  support: { channel: string }[];
  customProperties: { property: string; value: string }[];
}

export interface ContractTable {
  name: string;
  physicalName: string;
  description: string;
  dataGranularityDescription: string;
  properties: ContractColumn[];
  quality: QualityRule[];
}

export interface ContractColumn {
  name: string;
  logicalType: string;
  physicalType: string;
  required?: boolean;
  primaryKey?: boolean;
  primaryKeyPosition?: number;
  classification?: string;
  description: string;
}

/** A rule in SQL that counts what breaks it. */
export interface QualityRule {
  name: string;
  type: string;
  description: string;
  dimension: string;
  severity: string;
  query: string;
  mustBe: number;
}

/** Rows that keep or break a table's rules; each overrides fields of `base`. */
export interface TableExamples {
  base: Record<string, unknown>;
  good: Record<string, unknown>[];
  bad: Record<string, Record<string, unknown>[]>;
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** Every contract, by file name. */
export function readContracts(): { file: string; contract: Contract }[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.odcs.yaml'))
    .sort()
    .map((file) => ({ file, contract: parse(readFileSync(`${FOLDER}${file}`, 'utf8')) as Contract }));
}

/** The example rows of a contract, by table. */
export function readExamples(contractId: string): Record<string, TableExamples> {
  return parse(readFileSync(`${FOLDER}examples/${contractId}.yaml`, 'utf8')) as Record<string, TableExamples>;
}

/** The value of a custom property, or null. */
export function customProperty(contract: Contract, name: string): string | null {
  return contract.customProperties.find(({ property }) => property === name)?.value ?? null;
}
