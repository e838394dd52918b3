import type { Connection } from '../engine/engine';

/**
 * What may lie uncompressed. To compress it takes as long as to stage it and makes every later scan slower, so it
 * is done where memory asks for it and not before.
 */
const MOST_LOOSE_BYTES = 160 * 2 ** 20;
/** What is stored of a row beside the batch that it came in. */
const BYTES_PER_ROW = 200;

/** Keeps count of what lies uncompressed while files come in. */
export class LooseRows {
  private bytes = 0;

  constructor(private readonly connection: Connection) {}

  /**
   * Notes that rows have come in, and compresses where there are enough of them.
   * @param batchBytes what they took as an Arrow batch
   */
  async add(rows: number, batchBytes: number): Promise<void> {
    this.bytes += rows * BYTES_PER_ROW + batchBytes;
    if (this.bytes < MOST_LOOSE_BYTES) return;
    this.bytes = 0;
    await this.connection.compact();
  }
}
