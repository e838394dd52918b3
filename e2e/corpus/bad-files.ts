import { badByteFiles } from './bad-bytes';
import { badColumnFiles } from './bad-columns';
import { badEncryptedFiles } from './bad-encryption';
import type { BadFile } from './corpus-types';

/** Every file that must be refused, with the code that says why. Nothing binary is kept: each is made on demand. */
export const badFiles: readonly BadFile[] = [...badByteFiles, ...badEncryptedFiles, ...badColumnFiles];
