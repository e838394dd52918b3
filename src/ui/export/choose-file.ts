import type { ExportChoice } from '../../session/chosen-sql';

interface SavePicker {
  showSaveFilePicker?: (options: {
    suggestedName: string;
    types: { description: string; accept: Record<string, string[]> }[];
  }) => Promise<FileSystemFileHandle>;
}

/** Whether a file of the choice can be written straight to the disk as it comes into being: this browser, this format. */
export function canChooseFile({ format, byMonth }: Pick<ExportChoice, 'format' | 'byMonth'>): boolean {
  return format === 'parquet' && !byMonth && (window as SavePicker).showSaveFilePicker !== undefined;
}

/** Asks where to save a Parquet file. @returns null when the person thinks better of it */
export async function chooseFile(suggestedName: string): Promise<FileSystemFileHandle | null> {
  const types = [{ description: 'Parquet', accept: { 'application/vnd.apache.parquet': ['.parquet'] } }];
  try {
    return (await (window as SavePicker).showSaveFilePicker?.({ suggestedName, types })) ?? null;
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return null;
    throw thrown;
  }
}
