import { createCipheriv } from 'node:crypto';
import { goodFile } from './bad-bytes';
import type { BadFile } from './corpus-types';
import {
  CHUNK,
  chunkExtent,
  chunks,
  concat,
  FOOTER,
  magic,
  putTogether,
  takeApart,
  uint32,
  writeThrift,
  type ParquetParts,
  type ThriftStruct,
} from './footer';

const KEY = magic('sixteen-byte-key');
const UNIQUE = magic('corpus01');

/** Encrypted files, built after the Parquet format's modular encryption (AES-GCM version 1). */
export const badEncryptedFiles: readonly BadFile[] = [
  {
    name: 'encrypted-footer',
    fileName: 'encrypted-footer.parquet',
    make: encryptedFooter,
    expectCode: 'FILE_ENCRYPTED',
  },
  {
    name: 'encrypted-columns-plain-footer',
    fileName: 'encrypted-columns-plain-footer.parquet',
    make: encryptedColumns,
    expectCode: 'FILE_ENCRYPTED',
  },
];

/** Magic `PARE`: columns and footer encrypted, only the algorithm readable. */
function encryptedFooter(): Uint8Array {
  const { data, footer } = withEncryptedChunks();
  const crypto = writeThrift({ field_1: algorithm(), field_2: magic('footer key') });
  const secret = encryptModule(writeThrift(footer));
  const body = concat(magic('PARE'), data.slice(4), crypto, secret);
  return concat(body, uint32(crypto.length + secret.length), magic('PARE'));
}

/** Magic `PAR1`: the footer readable and signed, the columns encrypted with the footer's key. */
function encryptedColumns(): Uint8Array {
  const { data, footer } = withEncryptedChunks();
  footer[FOOTER.encryption] = algorithm();
  const nonceAndTag = encryptModule(writeThrift(footer));
  return putTogether({ data, footer }, concat(nonceAndTag.slice(4, 16), nonceAndTag.slice(-16)));
}

/** The good file with each chunk's pages turned into ciphertext of the same length. */
function withEncryptedChunks(): ParquetParts {
  const { data, footer } = takeApart(goodFile());
  for (const chunk of chunks(footer)) {
    const { start, length } = chunkExtent(chunk);
    const nonceLengthAndTag = 4 + 12 + 16;
    data.set(encryptModule(data.slice(start, start + length - nonceLengthAndTag)), start);
    chunk[CHUNK.crypto] = { field_1: {} };
  }
  return { data, footer };
}

function algorithm(): ThriftStruct {
  return { field_1: { field_2: UNIQUE } };
}

/** Length, nonce, ciphertext, tag. The fixed nonce makes the file the same on every run. */
function encryptModule(plain: Uint8Array): Uint8Array {
  const nonce = magic('fixed-nonce!');
  const cipher = createCipheriv('aes-128-gcm', KEY, nonce);
  const text = concat(cipher.update(plain), cipher.final());
  return concat(uint32(nonce.length + text.length + 16), nonce, text, cipher.getAuthTag());
}
