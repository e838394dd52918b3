/** A small worker of its own for checksums, so that they neither delay reading nor die with the Parquet library. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { expose } from 'comlink';
import type { HashWorkerApi } from './codec-messages';
import { classifyTrouble } from './file-trouble';

const SLICE_BYTES = 4 * 1024 * 1024;

async function hash(file: Blob): Promise<string> {
  const digest = sha256.create();
  for (let start = 0; start < file.size; start += SLICE_BYTES) {
    digest.update(new Uint8Array(await file.slice(start, start + SLICE_BYTES).arrayBuffer()));
  }
  return bytesToHex(digest.digest());
}

const api: HashWorkerApi = {
  sha256: async (file) => {
    try {
      return { value: await hash(file) };
    } catch (thrown) {
      const { code, detail } = classifyTrouble(thrown, 'read');
      return { error: { code, detail } };
    }
  },
};

expose(api);
