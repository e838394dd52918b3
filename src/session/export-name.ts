import type { ExportChoice } from './chosen-sql';
import type { Dataset } from './session-state';

/** The name of the first open file, without its ending. */
export function fileStem({ sources }: Dataset): string {
  return (sources[0]?.name ?? '').replace(/\.[^.]+$/, '') || 'meters';
}

/** The name of a chosen export without its ending. A part must not bear the name of the whole. */
export function chosenBaseName(dataset: Dataset, choice: ExportChoice): string {
  const grain = choice.resolution === 'native' ? 'readings' : `by-${choice.resolution}`;
  const isPart = choice.seriesIds ?? choice.period ?? choice.columns;
  return `${fileStem(dataset)}${isPart ? '.part' : ''}.${grain}`;
}
