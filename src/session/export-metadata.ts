import type { ParquetInspection } from '../parquet/parquet-codec';
import type { ExportChoice } from './chosen-sql';
import { SELECTION_KEY, withSelection } from './selection-note';
import type { Dataset, ExportStory } from './session-state';
import { exportMetadata, readExportMetadata } from '../etl/export-metadata';

/** The key-value metadata of an export of the open data. */
export function metadataOf(dataset: Dataset, createdAt: Date): Record<string, string> {
  return exportMetadata({
    createdAt,
    policies: dataset.policies,
    sources: dataset.sources.map(({ name, sha256, bytes, rows, container, shape, mapping, part }) => ({
      name,
      sha256,
      bytes,
      rows,
      container,
      shape,
      mapping,
      ...(part ? { part } : {}),
    })),
    conventions: dataset.conventions,
    conversions: dataset.conversions.map(({ series_id: _id, ...row }) => row),
    ledger: dataset.ledger,
    setAside: dataset.setAside,
  });
}

/** The story of a file that Meterfold wrote, or null for any other file. */
export function readStory(file: string, inspection: ParquetInspection): ExportStory | null {
  const told = readExportMetadata(inspection.keyValueMetadata);
  if (!told) return null;
  return {
    file,
    rows: inspection.rows,
    isChosen: inspection.keyValueMetadata[SELECTION_KEY] !== undefined,
    etlVersion: told.etlVersion,
    createdAt: told.createdAt,
    policies: told.policies,
    sources: told.sources,
    conventions: told.conventions,
    ledger: told.ledger as ExportStory['ledger'],
    setAside: told.setAside as ExportStory['setAside'],
  };
}

/** What a saved result of a person's own statement says beside the statement: whence and when. */
export function statementStamp(dataset: Dataset, createdAt: Date): Record<string, string> {
  return {
    'meterfold.statement_run_at': createdAt.toISOString(),
    'meterfold.statement_zone': dataset.policies.zone,
    'meterfold.statement_sources': JSON.stringify(
      dataset.sources.map(({ name, sha256, bytes, rows }) => ({ name, sha256, bytes, rows })),
    ),
  };
}

/** The metadata of a chosen part: that of the whole, and what was chosen. */
export function chosenMetadata(
  dataset: Dataset,
  choice: ExportChoice,
  createdAt: Date,
): Record<string, string> {
  const ids = choice.seriesIds && new Set(choice.seriesIds);
  const series = ids && dataset.series.filter(({ series_id }) => ids.has(series_id));
  return withSelection(metadataOf(dataset, createdAt), choice, series);
}
