import { AppError } from '../domain/app-error';
import { guessEncoding } from './text-stream';
import type { Container } from './input-table';

const HEAD_BYTES = 4096;
const STREAM_MARK = 0xffff_ffff;

/** What holds a file's data, and for text in which encoding. */
export interface FoundContainer {
  container: Container;
  encoding: string;
}

/**
 * Tells from a file's first bytes what it is, whatever its name says.
 * @throws AppError FILE_EMPTY, NOT_PARQUET for what is none of the formats
 */
export async function findContainer(file: Blob): Promise<FoundContainer> {
  if (file.size === 0) throw new AppError('FILE_EMPTY');
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const ascii = new TextDecoder('latin1').decode(head.subarray(0, 8));
  if (/^PAR[1E]/.test(ascii)) return { container: 'parquet', encoding: '' };
  if (ascii.startsWith('ARROW1')) return { container: 'arrow-file', encoding: '' };
  if (head.length >= 8 && new DataView(head.buffer).getUint32(0, true) === STREAM_MARK)
    return { container: 'arrow-stream', encoding: '' };
  const encoding = guessEncoding(head);
  const text = new TextDecoder(encoding).decode(head);
  if (!isText(text)) throw new AppError('NOT_PARQUET', { cause: `it begins with ${hex(head)}` });
  if (/^\s*(<|\{|\[\s*[{[\]])/.test(text))
    throw new AppError('NOT_PARQUET', { cause: 'a page, XML or JSON' });
  return { container: /^\s*"?100"?,"?NEM12/i.test(text) ? 'nem12' : 'csv', encoding };
}

/** Texts have no control characters but tabs and line ends. */
function isText(text: string): boolean {
  if (text.startsWith('PK\u0003\u0004')) return false;
  let odd = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 0xfffd) odd++;
  }
  return odd <= text.length / 200;
}

function hex(bytes: Uint8Array): string {
  return [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
