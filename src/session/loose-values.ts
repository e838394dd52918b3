import type { Connection } from '../engine/engine';

/**
 * Values that may lie uncompressed. To compress them takes about as long as to
 * stage them, and every time looks at all that is stored, so it is done seldom,
 * and not at all for what is small anyway: 8 bytes a value.
 */
const MOST_LOOSE_VALUES = 8_000_000;
/** Up to here nothing is compressed. */
const SMALL_VALUES = 16_000_000;

/** Keeps count of what lies uncompressed while files come in. */
export class LooseValues {
  private loose = 0;
  private readonly isSmall: boolean;

  /** @param total values that there will be in all, those open before included */
  constructor(
    private readonly connection: Connection,
    total: number,
  ) {
    this.isSmall = total <= SMALL_VALUES;
  }

  /** Notes that so many values have come in, and compresses where there are enough of them. */
  async add(values: number): Promise<void> {
    this.loose += values;
    if (this.loose >= MOST_LOOSE_VALUES) await this.settle();
  }

  /** Compresses what is loose, so that what comes next has room. */
  async settle(): Promise<void> {
    if (this.isSmall || this.loose === 0) return;
    this.loose = 0;
    await this.connection.compact();
  }
}
