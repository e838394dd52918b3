import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

const TAIL_BYTES = 8;

/**
 * Writes a Parquet file anew with a hole before its footer, up to a size: everything in it is where the footer
 * says, and the disk stores no hole.
 */
export function writePadded(from: string, to: string, bytes: number): void {
  const whole = readFileSync(from);
  const footer = whole.readUInt32LE(whole.length - TAIL_BYTES) + TAIL_BYTES;
  const file = openSync(to, 'w');
  writeSync(file, whole, 0, whole.length - footer, 0);
  writeSync(file, whole, whole.length - footer, footer, bytes - footer);
  closeSync(file);
}
