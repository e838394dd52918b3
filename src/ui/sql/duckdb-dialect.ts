import { SQLDialect } from '@codemirror/lang-sql';

const KEYWORDS = `select from where group by having order limit offset with recursive as on using join inner
left right full outer cross natural semi anti asof positional lateral union intersect except all distinct
case when then else end and or not in is null like ilike similar between exists any some values table
describe summarize show explain analyze pivot unpivot qualify window over partition rows range groups
preceding following unbounded current row filter within sample tablesample asc desc nulls first last
cast try_cast interval true false exclude replace rename columns struct array map unnest ordinality
collate escape at time zone materialized lambda fetch only into name include key default`;

const TYPES = `bigint integer int smallint tinyint hugeint ubigint uinteger usmallint utinyint uhugeint double
float real decimal numeric varchar text string char boolean bool date time timestamp timestamptz
timestamp_s timestamp_ms timestamp_ns blob uuid bit int1 int2 int4 int8`;

/** DuckDB's SQL as far as colours and completion need to know it. */
export const duckdbDialect = SQLDialect.define({
  keywords: oneSpaced(KEYWORDS),
  types: oneSpaced(TYPES),
  doubleDollarQuotedStrings: true,
  operatorChars: '*+-%<>!=&|~^/',
  specialVar: '',
  caseInsensitiveIdentifiers: true,
});

function oneSpaced(words: string): string {
  return words.replaceAll(/\s+/g, ' ');
}
