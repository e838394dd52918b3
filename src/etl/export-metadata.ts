import type { Policies } from '../domain/policy';
import { DATA_DICTIONARY } from './data-dictionary';
import { MODELS } from './models';
import { ETL_VERSION } from './version';

const PREFIX = 'meterfold.';

/** A source file as the metadata names it. */
export interface SourceStamp {
  name: string;
  sha256: string;
  bytes: number;
  rows: number;
  /** What holds the data, and how its readings lie in it. Files written by earlier versions do not say. */
  container?: string;
  shape?: string;
  /** How its columns were read; null for a file of the input contract. */
  mapping?: object | null;
  /** What was chosen of it and what was left out; absent where the whole file was open. */
  part?: object;
}

/** What an exported file says of itself. Ledger, set-aside and conventions are rows of `queries/`. */
export interface ExportFacts {
  createdAt: Date;
  policies: Policies;
  sources: readonly SourceStamp[];
  conventions: readonly object[];
  /** Units that were converted and counters that were differenced, by series. */
  conversions: readonly object[];
  ledger: readonly object[];
  setAside: readonly object[];
}

/** The facts as Parquet key-value metadata: one key a fact, JSON where it has parts. */
export function exportMetadata(facts: ExportFacts): Record<string, string> {
  const sql = Object.fromEntries(MODELS.map((model) => [model.name, model.sql]));
  const entries: [string, string][] = [
    ['etl_version', ETL_VERSION],
    ['created_at', facts.createdAt.toISOString()],
    ['zone', facts.policies.zone],
    ['policies', JSON.stringify(facts.policies)],
    ['sources', JSON.stringify(facts.sources)],
    ['conventions', JSON.stringify(facts.conventions)],
    ['conversions', JSON.stringify(facts.conversions)],
    ['ledger', JSON.stringify(facts.ledger)],
    ['set_aside', JSON.stringify(facts.setAside)],
    ['data_dictionary', JSON.stringify(DATA_DICTIONARY)],
    ['sql', JSON.stringify(sql)],
  ];
  return Object.fromEntries(entries.map(([key, value]) => [PREFIX + key, value]));
}

/** The facts of a file that Meterfold wrote; null when the metadata is not ours or cannot be read. */
export function readExportMetadata(metadata: Readonly<Record<string, string>>): {
  etlVersion: string;
  createdAt: string;
  policies: Policies;
  sources: SourceStamp[];
  conventions: object[];
  ledger: object[];
  setAside: object[];
} | null {
  const text = (key: string) => metadata[PREFIX + key];
  const etlVersion = text('etl_version');
  const createdAt = text('created_at');
  if (etlVersion === undefined || createdAt === undefined) return null;
  try {
    const parse = (key: string): unknown => JSON.parse(text(key) ?? 'null');
    const [policies, ...lists] = ['policies', 'sources', 'conventions', 'ledger', 'set_aside'].map(parse);
    if (!isRecord(policies) || !lists.every(isListOfRecords)) return null;
    const [sources, conventions, ledger, setAside] = lists as [object[], object[], object[], object[]];
    return {
      etlVersion,
      createdAt,
      policies: policies as unknown as Policies,
      sources: sources as SourceStamp[],
      conventions,
      ledger,
      setAside,
    };
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOfRecords(value: unknown): value is object[] {
  return Array.isArray(value) && value.every(isRecord);
}
