/** Bytes of a text file that are decoded in one go. */
const SLICE_BYTES = 2 * 1024 * 1024;

/** Which of the encodings that spreadsheets and exports write a text file is in. */
export function guessEncoding(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  try {
    // A character cut in two at the end of the head is no error.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The text of a file, piece by piece; a byte order mark is left out. */
export async function* textPieces(file: Blob, encoding: string): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding);
  for (let start = 0; start < file.size; start += SLICE_BYTES) {
    const bytes = await file.slice(start, start + SLICE_BYTES).arrayBuffer();
    yield decoder.decode(bytes, { stream: start + SLICE_BYTES < file.size });
  }
}
