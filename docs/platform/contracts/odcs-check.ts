/**
 * Checks a document against the Open Data Contract Standard 3.1: closed sets of
 * keys, required keys and word lists of every section that our contracts use. A
 * key of the standard that we do not use yet is refused until it is added here.
 */

type Check = (value: unknown, path: string) => string[];

const text: Check = (value, path) =>
  typeof value === 'string' && value.trim() !== '' ? [] : [`${path}: a text is expected`];
const count: Check = (value, path) =>
  Number.isInteger(value) ? [] : [`${path}: a whole number is expected`];
const flag: Check = (value, path) =>
  typeof value === 'boolean' ? [] : [`${path}: true or false is expected`];
const scalar: Check = (value, path) =>
  ['string', 'number', 'boolean'].includes(typeof value) ? [] : [`${path}: a single value is expected`];

const LOGICAL_TYPES = [
  'string',
  'date',
  'timestamp',
  'time',
  'number',
  'integer',
  'object',
  'array',
  'boolean',
];
const DIMENSIONS = [
  'accuracy',
  'completeness',
  'conformity',
  'consistency',
  'coverage',
  'timeliness',
  'uniqueness',
];
const STATES = ['proposed', 'draft', 'active', 'deprecated', 'retired'];

const definition = object({ url: text, type: text }, { description: text });
const role = object({ role: text }, { access: text, firstLevelApprovers: text, description: text });
const custom = object({ property: text, value: scalar }, { description: text });
const member = object({ username: text }, { role: text, name: text, description: text });

const rule = object(
  { name: text, type: oneOf(['sql']), query: text, mustBe: count },
  { description: text, dimension: oneOf(DIMENSIONS), severity: text, unit: text },
);

const column: Check = object(
  { name: text },
  {
    logicalType: oneOf(LOGICAL_TYPES),
    physicalType: text,
    description: text,
    required: flag,
    unique: flag,
    primaryKey: flag,
    primaryKeyPosition: count,
    partitioned: flag,
    partitionKeyPosition: count,
    classification: text,
    examples: list(scalar),
    items: object({ logicalType: oneOf(LOGICAL_TYPES) }, { physicalType: text }),
  },
);

const table = object(
  { name: text, properties: list(column) },
  {
    physicalName: text,
    physicalType: text,
    logicalType: oneOf(['object']),
    description: text,
    dataGranularityDescription: text,
    quality: list(rule),
  },
);

const azure: Record<string, Check> = { location: text, format: text };
const server: Check = (value, path) => {
  const type = (value as { type?: unknown } | null)?.type;
  const place: Record<string, Check> =
    type === 'azure' ? azure : type === 'kafka' ? { host: text, format: text } : {};
  return object({ server: text, type: oneOf(['azure', 'kafka']), ...place }, { description: text })(
    value,
    path,
  );
};

const document = object(
  {
    apiVersion: oneOf(['v3.1.0']),
    kind: oneOf(['DataContract']),
    id: text,
    version: (value, path) =>
      /^\d+\.\d+\.\d+$/.test(String(value)) ? [] : [`${path}: three numbers are expected`],
    status: oneOf(STATES),
  },
  {
    name: text,
    domain: text,
    dataProduct: text,
    tenant: text,
    description: object(
      { purpose: text, usage: text, limitations: text },
      { authoritativeDefinitions: list(definition) },
    ),
    servers: list(server),
    schema: list(table),
    team: object({ name: text, members: list(member) }, { description: text }),
    roles: list(role),
    slaProperties: list(
      object(
        { property: text, value: scalar },
        { unit: text, element: text, driver: text, description: text },
      ),
    ),
    support: list(object({ channel: text }, { tool: text, scope: text, url: text, description: text })),
    customProperties: list(custom),
  },
);

/** Returns what is wrong with a parsed contract, each with its place; empty when nothing is. */
export function checkContract(contract: unknown): string[] {
  return document(contract, '');
}

function object(required: Record<string, Check>, optional: Record<string, Check>): Check {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return [`${path}: keys are expected`];
    const known: Record<string, Check> = { ...required, ...optional };
    const missing = Object.keys(required).filter((key) => !(key in value));
    return [
      ...missing.map((key) => `${path}: ${key} is missing`),
      ...Object.entries(value).flatMap(([key, part]) => {
        const check = known[key];
        return check ? check(part, `${path}/${key}`) : [`${path}: ${key} is not a key of the standard`];
      }),
    ];
  };
}

function list(check: Check): Check {
  return (value, path) =>
    Array.isArray(value)
      ? value.flatMap((part: unknown, index) => check(part, `${path}/${index}`))
      : [`${path}: a list is expected`];
}

function oneOf(words: readonly string[]): Check {
  return (value, path) =>
    words.includes(String(value)) ? [] : [`${path}: “${String(value)}” is not one of ${words.join(', ')}`];
}
