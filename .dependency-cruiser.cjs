/**
 * The import directions:
 * main → ui → session → etl, queries, parquet → engine (interface only) → domain → nothing,
 * and ui → charts → row types of queries.
 */

const TESTS = '[.]test[.]ts$';

/** @param {string} from @param {string[]} to */
const mayImportOnly = (from, to) => ({
  name: `${from} looks down only`,
  severity: 'error',
  comment: `src/${from} may import from itself and from: ${to.join(', ') || 'nothing'}.`,
  from: { path: `^src/${from}/`, pathNot: TESTS },
  to: { path: '^src/', pathNot: [`^src/${from}/`, ...to.map((target) => `^src/${target}`)] },
});

/** @param {string} library @param {string} pattern @param {string[]} users */
const onlyIn = (library, pattern, users) => ({
  name: `${library} has one home`,
  severity: 'error',
  comment: `Only ${users.join(' and ')} may import ${library}.`,
  from: { path: '^src/', pathNot: [TESTS, '^src/cli/', ...users.map((user) => `^${user}`)] },
  to: { path: `(^|/)node_modules/${pattern}` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no unresolvable imports',
      severity: 'error',
      from: {},
      // Vite resolves a library's file behind `?url`; a wrong one fails the build.
      to: { couldNotResolve: true, pathNot: ['[?]url$', '^virtual:'] },
    },
    {
      name: 'no grab bags',
      severity: 'error',
      comment: 'Name a file for what is in it: no utils, no helpers, no barrel (index) files.',
      from: {},
      to: {
        path: [
          '/(index|util|utils|helper|helpers|common|misc)[.]',
          '/(util|utils|helper|helpers|common|misc)/',
        ],
        pathNot: 'node_modules/',
      },
    },
    mayImportOnly('domain', []),
    mayImportOnly('engine', ['domain/']),
    mayImportOnly('parquet', ['engine/engine[.]ts', 'domain/']),
    mayImportOnly('readers', ['parquet/', 'domain/']),
    mayImportOnly('queries', ['engine/engine[.]ts', 'domain/']),
    mayImportOnly('etl', ['engine/engine[.]ts', 'domain/']),
    mayImportOnly('session', [
      'etl/',
      'queries/',
      'parquet/parquet-codec[.]ts',
      'readers/(accept|container|day-fields|input-mapping|input-reader|input-table|named-mapping|open-input)[.]ts',
      'engine/engine[.]ts',
      'domain/',
    ]),
    mayImportOnly('charts', ['queries/rows/', 'domain/']),
    // The page shows the models as they are: their text and what they read.
    mayImportOnly('ui', [
      'session/',
      'readers/(input-mapping|named-mapping)[.]ts',
      'queries/',
      'charts/',
      'engine/engine[.]ts',
      'domain/',
      'etl/(models|input-tables)[.]ts',
    ]),
    // What the page's export options write, the command line writes with the same code.
    mayImportOnly('cli', [
      'session/(chosen-columns|chosen-sql|export-totals|progress|selection-note|table-writers|verify-chosen)[.]ts',
      'etl/',
      'queries/',
      'parquet/',
      'readers/',
      'engine/',
      'domain/',
    ]),
    {
      name: 'the node engine stays out of the page',
      severity: 'error',
      from: { pathNot: ['^src/cli/', '^(e2e|docs)/', TESTS] },
      to: { path: '^src/engine/node-engine[.]ts$' },
    },
    {
      name: 'the wasm engine is built in main only',
      severity: 'error',
      from: { pathNot: '^src/main[.]tsx$' },
      to: { path: '^src/engine/wasm-engine[.]ts$' },
    },
    {
      name: 'the page does not import the command line',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/cli/', TESTS] },
      to: { path: '^src/cli/' },
    },
    {
      name: 'production code does not import tests',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: ['^e2e/', TESTS] },
    },
    {
      name: 'the page ships no development library',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/cli/', TESTS] },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
    {
      name: 'the page imports nothing of Node',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/cli/', '^src/engine/node-engine[.]ts$', TESTS] },
      to: { dependencyTypes: ['core'] },
    },
    onlyIn('React', '(react|react-dom|@types/react|@types/react-dom)/', ['src/ui/', 'src/main[.]tsx$']),
    onlyIn('Observable Plot', '@observablehq/plot/', ['src/charts/', 'src/ui/']),
    onlyIn('date-fns-tz', 'date-fns-tz/', ['src/domain/']),
    onlyIn('parquet-wasm', 'parquet-wasm/', ['src/parquet/']),
    onlyIn('hyparquet', 'hyparquet(-writer)?/', ['src/parquet/']),
    onlyIn('DuckDB', '@duckdb/', ['src/engine/']),
    onlyIn('CodeMirror', '(@codemirror|@lezer)/', ['src/ui/sql/']),
    onlyIn('Papa Parse', 'papaparse/', ['src/readers/']),
    onlyIn('marked', 'marked/', ['src/ui/platform/']),
    {
      name: 'what reads files stays in its worker',
      severity: 'error',
      comment: 'Papa Parse and Arrow are loaded when a file needs them, never with the page.',
      from: { path: '^src/(session|ui|main)', pathNot: TESTS },
      to: {
        path: '^src/readers/(open-input|csv|arrow|parquet|fold|nem12|day-batch)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the platform design is a chunk of its own',
      severity: 'error',
      comment: 'The page reaches its view through the door only, which imports it when it is asked for.',
      from: { path: '^src/', pathNot: ['^src/ui/platform/', TESTS] },
      to: {
        path: '^src/ui/platform/',
        pathNot: '^src/ui/platform/(platform-(address|door|link)|use-platform-address)[.]tsx?$',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts', '.sql', '.css', '.wasm'],
    },
    detectProcessBuiltinModuleCalls: true,
  },
};
