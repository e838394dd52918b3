import { AppError } from '../domain/app-error';
import { refusalText } from '../domain/refusal-text';
import { readArguments, USAGE, UsageError } from './arguments';
import { runCli } from './run';

const EXIT = { done: 0, refused: 1, usage: 2 } as const;

async function main(argv: readonly string[]): Promise<number> {
  try {
    const request = readArguments(argv);
    if (request === null) {
      console.log(USAGE);
      return EXIT.done;
    }
    const result = await runCli(request);
    const rows = result.rowsRead.toLocaleString('en');
    const readings = result.readings.toLocaleString('en');
    const written = result.rows === null ? '' : `${result.rows.toLocaleString('en')} rows of `;
    console.log(
      `Saved ${request.out}: ${written}${readings} readings from ${rows} rows, ${result.setAsideRows} rows set aside.`,
    );
    for (const name of result.repeated)
      console.log(`${name} repeats another input byte for byte (same SHA-256) and was read once.`);
    return EXIT.done;
  } catch (thrown) {
    if (thrown instanceof UsageError) {
      console.error(`${thrown.message}\n\n${USAGE}`);
      return EXIT.usage;
    }
    console.error(explain(thrown));
    return EXIT.refused;
  }
}

function explain(thrown: unknown): string {
  if (!(thrown instanceof AppError)) return `Something went wrong: ${String(thrown)}`;
  const { sentence } = refusalText(thrown);
  const columns = thrown.detail.columns?.map(
    (column) => `  ${column.column}: expected ${column.expected}, found ${column.found ?? 'nothing'}`,
  );
  return [`${sentence} [${thrown.code}]`, ...(columns ?? [])].join('\n');
}

process.exitCode = await main(process.argv.slice(2));
