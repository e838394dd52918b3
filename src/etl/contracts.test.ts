import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oddFiles } from '../../e2e/corpus/odd-files';
import { writeInto } from '../../e2e/corpus/write-file';
import { runFiles } from '../../e2e/native-run/native-run';
import type { NativeRun } from '../../e2e/native-run/native-run';
import modelColumns from '../../e2e/native-run/model_columns.sql?raw';
import modelNulls from '../../e2e/native-run/model_nulls.sql?raw';
import modelShape from '../../e2e/native-run/model_shape.sql?raw';
import { contracts, sqlFiles } from '../../e2e/native-run/sql-files';
import type { ModelContract } from '../../e2e/native-run/sql-files';
import { samplePath, testFolder } from '../../e2e/native-run/test-folder';
import { exposeSource } from '../cli/native-source';
import { DATA_DICTIONARY } from './data-dictionary';
import { EMPTY_TABLES } from './empty-tables';
import { MODELS } from './models';
import { beginStaging, stageBatch } from './staging';

const FOLDER = 'src/etl/sql';
const files = sqlFiles(FOLDER);
const promised = contracts(FOLDER);
const pairs = files.map((file) => ({ ...file, contract: promised.get(file.path)! }));
/** What a variable of the tests' own gives a select that is no model, to be looked at like one. */
const LOOKED_AT = 'looked_at';

/** Files that between them reach every branch: gaps, doubles, wrong lengths, nulls, months, days, 15 minutes. */
const ODD = [
  'null-keys-set-aside',
  'wrong-lengths',
  'empty-arrays',
  'dates-out-of-range',
  'duplicates-conflicting',
  'null-hours-and-null-day',
  'not-finite',
  'value-in-nonexistent-hour',
  'resolution-unreadable-on-some-days',
  'monthly-one-absent',
  'daily-one-absent',
  '30-minutes-elapsed',
];

/** Dictionary types in the words of the engine. Inside it, UTC is a TIMESTAMP; the export casts it. */
const ENGINE_TYPES: Record<string, string> = {
  string: 'VARCHAR',
  'timestamp (µs, UTC)': 'TIMESTAMP',
  'timestamp (µs, local)': 'TIMESTAMP',
  int16: 'SMALLINT',
  int32: 'INTEGER',
  double: 'DOUBLE',
};

const folder = testFolder();
const runs: NativeRun[] = [];

beforeAll(async () => {
  runs.push(await runFiles([samplePath('sample-year'), samplePath('sample-portfolio')], {}, { threads: 2 }));
  for (const name of ODD) {
    const file = oddFiles.find((candidate) => candidate.name === name)!;
    runs.push(await runFiles([await writeInto(folder.path, file)], file.policies));
  }
});
afterAll(async () => {
  for (const run of runs) await run.close();
});

describe('contracts', () => {
  it('stand beside every model and beside nothing else', () => {
    expect([...promised.keys()]).toEqual(files.map((file) => file.path));
  });

  it.each(pairs)('$path says what it is', ({ name, contract }) => {
    const model = MODELS.find((candidate) => candidate.name === name);
    expect(contract.model).toBe(name);
    if (model) expect(contract.materialized).toBe(model.kind);
    else expect(['appended', 'asked']).toContain(contract.materialized);
    for (const text of [contract.grain, contract.description]) expect(text.length).toBeGreaterThan(5);
    for (const column of contract.columns) expect(column.description).toMatch(/^\p{Lu}.*\.$|^\p{L}.*\.$/u);
    const names = contract.columns.map((column) => column.name);
    expect(contract.unique.flat().filter((column) => !names.includes(column))).toEqual([]);
  });

  it('of the analytical table and the data dictionary agree', () => {
    const columns = promised
      .get('marts/analytical.sql')!
      .columns.filter((column) => column.name !== 'series_rank');
    const stated = DATA_DICTIONARY.filter((entry) => columns.some((column) => column.name === entry.name));
    expect(columns.map(({ name, type, nullable }) => ({ name, type, nullable }))).toEqual(
      stated.map(({ name, type, nullable }) => ({ name, type: ENGINE_TYPES[type], nullable })),
    );
  });
});

describe('tables that most runs leave empty', () => {
  const skipped = MODELS.filter((model) => model.neededFor);

  it('are made with the columns of their contracts', () => {
    expect(Object.keys(EMPTY_TABLES).sort()).toEqual(skipped.map((model) => model.name).sort());
    for (const { contract } of pairs.filter(({ name }) => name in EMPTY_TABLES))
      expect(EMPTY_TABLES[contract.model], contract.model).toEqual(
        contract.columns.map(({ name, type }) => ({ name, type: type.toLowerCase() })),
      );
  });

  it.each(skipped)('$name would be empty by its select too', async ({ name, sql }) => {
    for (const run of runs) {
      await run.connection.materialize('table', LOOKED_AT, sql);
      expect(await run.rows(LOOKED_AT), run.sources[0]!.source_file).toHaveLength(
        (await run.rows(name)).length,
      );
    }
    await expectTypes(runs[0]!, LOOKED_AT, pairs.find((pair) => pair.name === name)!.contract);
  });
});

describe('after runs over both samples and odd files', () => {
  const models = pairs.filter(({ name }) => MODELS.some((model) => model.name === name));

  it.each(models)('$name keeps its contract', async ({ name, contract }) => {
    await expectTypes(runs[0]!, name, contract);
    for (const run of runs) {
      const where = `${name} of ${run.sources.map((source) => source.source_file).join(', ')}`;
      await expectContract(run, name, contract, where);
    }
  });

  const questions = pairs.filter(({ contract }) => !MODELS.some((model) => model.name === contract.model));
  it.each(questions)('$name keeps its contract', async ({ name, text, contract }) => {
    for (const run of runs.slice(0, 4)) {
      await stageAgain(run);
      await run.connection.materialize('table', LOOKED_AT, text, {
        parameters: { source_id: 1, first_row: 0, first_series: 1, last_series: 2_147_483_647 },
      });
      await expectTypes(run, LOOKED_AT, contract);
      await expectContract(run, LOOKED_AT, contract, name);
    }
  });
});

/** Puts the run's last file back under `source_batch`, with staging tables that know its series. */
async function stageAgain(run: NativeRun): Promise<void> {
  const file = run.sources.at(-1)!.source_file;
  const path = file.startsWith('sample-') ? samplePath('sample-portfolio') : `${folder.path}/${file}`;
  await beginStaging(run.connection, false);
  await exposeSource(run.connection, path, file);
  await stageBatch(run.connection, { sourceId: 1, firstRow: 0, file, nullKeys: 'set-aside' });
}

/** The columns and their types follow from the select, whatever the data. */
async function expectTypes(run: NativeRun, model: string, contract: ModelContract): Promise<void> {
  const types = contract.columns.map(({ name, type }) => ({ name, type }));
  expect(await run.connection.query(modelColumns, { parameters: { model } }), model).toEqual(types);
}

async function expectContract(
  run: NativeRun,
  model: string,
  contract: ModelContract,
  where: string,
): Promise<void> {
  const [nulls] = await run.connection.query<Record<string, number>>(modelNulls, { parameters: { model } });
  const broken = contract.columns.filter((column) => !column.nullable && (nulls?.[column.name] ?? 0) > 0);
  expect(
    broken.map((column) => column.name),
    `nulls in ${where}`,
  ).toEqual([]);
  for (const key of contract.unique) {
    const parameters = { model, columns: key.join(',') };
    const [shape] = await run.connection.query<{ row_count: number; distinct_count: number }>(modelShape, {
      parameters,
    });
    expect(shape?.distinct_count, `${key.join(' + ')} of ${where}`).toBe(shape?.row_count);
  }
}
