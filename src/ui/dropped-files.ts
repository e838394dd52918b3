/**
 * The files of a drop, those in dropped folders and theirs among them, in the
 * order of their paths. Hidden files of a folder stay out: systems leave them
 * there without anybody asking. Call while the drop event runs: afterwards the
 * browser has forgotten what was dropped.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const loose = [...transfer.files];
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  if (!entries.some((entry) => entry?.isDirectory)) return loose;
  try {
    const found = await Promise.all(
      entries.map((entry) => (entry ? filesUnder(entry) : Promise.resolve([]))),
    );
    return found.flat();
  } catch {
    // What cannot be looked into is handed on as it is: opening it says why it cannot be read.
    return loose;
  }
}

/** The files of a chosen folder: the same ones, in the same order, as if it had been dropped. */
export function filesOfFolder(files: readonly File[]): File[] {
  return files
    .filter((file) => !file.webkitRelativePath.split('/').some((part) => part.startsWith('.')))
    .sort((one, other) =>
      one.webkitRelativePath.localeCompare(other.webkitRelativePath, 'en', { numeric: true }),
    );
}

async function filesUnder(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await fileOf(entry as FileSystemFileEntry)];
  const inside = await entriesOf(entry as FileSystemDirectoryEntry);
  const shown = inside
    .filter(({ name }) => !name.startsWith('.'))
    .sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));
  const found: File[] = [];
  for (const each of shown) found.push(...(await filesUnder(each)));
  return found;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A reader hands out some hundred entries at a time, and none when it is through. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
