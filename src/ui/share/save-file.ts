const KEPT_MS = 60_000;

/** Hands a finished file to the browser's downloads. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

/** A file's name made of words: letters and digits of any script, joined by hyphens. */
export function fileNameOf(words: readonly string[], extension: string): string {
  const stem = words
    .join(' ')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 100);
  return `${stem || 'figure'}.${extension}`;
}
