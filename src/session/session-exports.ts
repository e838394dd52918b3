import type { ParquetCodec } from '../parquet/parquet-codec';
import { intoChosenFile } from './chosen-file';
import { isWholeTable } from './chosen-sql';
import type { ExportChoice, ExportFormat } from './chosen-sql';
import type { EngineHost } from './engine-host';
import { exportParquet } from './export-files';
import { chosenMetadata, metadataOf, statementStamp } from './export-metadata';
import { chosenBaseName, fileStem } from './export-name';
import type { Jobs } from './jobs';
import { datesOf } from './read-dataset';
import type { ReadStatement } from './session';
import type { SavedExport } from './session-state';
import type { SessionStore } from './store';

interface ExportParts {
  host: EngineHost;
  store: SessionStore;
  jobs: Jobs;
  codec: ParquetCodec;
  handOver: (blob: Blob, name: string) => void;
}

/** The session's exports: each writes, reads back, and hands over what is right. */
export class Exports {
  private readonly parts: ExportParts;

  constructor(parts: ExportParts) {
    this.parts = parts;
  }

  async all(target: FileSystemFileHandle | null = null): Promise<void> {
    const dataset = this.parts.store.get().dataset;
    if (!dataset) return;
    const baseName = fileStem(dataset);
    const subject = `${baseName}.readings.parquet`;
    await this.parts.jobs.run('export', subject, ['writing', 'verifying'], async (progress, signal) => {
      const { blob, saved } = await intoChosenFile(target, () =>
        this.parts.host.withConnection((connection) =>
          exportParquet({
            connection,
            codec: this.parts.codec,
            sources: dataset.sources,
            baseName,
            metadata: metadataOf(dataset, new Date()),
            progress,
            signal,
            target,
          }),
        ),
      );
      this.deliver(blob, saved, target);
    });
  }

  async chosen(choice: ExportChoice, target: FileSystemFileHandle | null = null): Promise<void> {
    const dataset = this.parts.store.get().dataset;
    if (!dataset) return;
    if (choice.format === 'parquet' && isWholeTable(choice)) return this.all(target);
    const baseName = chosenBaseName(dataset, choice);
    const subject = `${baseName}.${choice.byMonth ? 'by-month.zip' : choice.format}`;
    await this.parts.jobs.run('export', subject, ['writing', 'verifying'], async (progress, signal) => {
      const { exportChosen } = await import('./export-chosen');
      const metadata = chosenMetadata(dataset, choice, new Date());
      const { codec } = this.parts;
      const dates = datesOf(dataset);
      const { blob, saved } = await intoChosenFile(target, () =>
        this.parts.host.withConnection((connection) =>
          exportChosen({ connection, codec, baseName, choice, dates, metadata, progress, signal, target }),
        ),
      );
      signal.throwIfAborted();
      this.deliver(blob, saved, target);
    });
  }

  async statement(statement: ReadStatement, format: ExportFormat): Promise<void> {
    const dataset = this.parts.store.get().dataset;
    if (!dataset) return;
    const baseName = `${fileStem(dataset)}.query`;
    await this.parts.jobs.run(
      'export',
      `${baseName}.${format}`,
      ['writing', 'verifying'],
      async (progress, signal) => {
        const { exportStatement } = await import('./console/export-statement');
        const { blob, saved } = await exportStatement({
          pieces: this.parts.host.readStatement(statement, signal),
          codec: this.parts.codec,
          baseName,
          format,
          metadata: { 'meterfold.statement': statement.sql, ...statementStamp(dataset, new Date()) },
          progress,
        });
        signal.throwIfAborted();
        this.deliver(blob, saved);
      },
    );
  }

  /** A file that the person chose has its place already. */
  private deliver(blob: Blob, saved: SavedExport, target: FileSystemFileHandle | null = null): void {
    if (!target) this.parts.handOver(blob, saved.name);
    this.parts.store.set({ saved });
  }
}
