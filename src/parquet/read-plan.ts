/** Some rows of a file that are decoded in one go: whole row groups, or a stretch of one. */
export interface Piece {
  rowGroups: number[];
  /** Rows to leave out at the start of the row groups. */
  offset: number;
  rows: number;
  /** True when several row groups, each smaller than a batch, stand together in it. */
  coalesced: boolean;
}

export interface PieceSize {
  /** Rows of a batch; smaller row groups are put together up to this many. */
  batchRows: number;
  /** Rows decoded in one go at most; larger row groups are cut. */
  pieceRows: number;
}

/**
 * Cuts the row groups of a file into pieces, in file order. The size may change
 * from piece to piece, as experience with the file grows.
 */
export class ReadPlan {
  private group = 0;
  private offset = 0;

  /** @param groupRows rows of each row group */
  constructor(private readonly groupRows: readonly number[]) {}

  /** The next piece, or null when all rows are planned. */
  next(size: PieceSize): Piece | null {
    while (this.rowsLeftInGroup() === 0) this.enterNextGroup();
    const left = this.rowsLeftInGroup();
    if (left === undefined) return null;
    if (this.offset === 0 && left < size.batchRows) return this.coalesce(size.batchRows);
    return this.stretch(left, size.pieceRows);
  }

  private stretch(left: number, pieceRows: number): Piece {
    const piece = {
      rowGroups: [this.group],
      offset: this.offset,
      rows: Math.min(left, pieceRows),
      coalesced: false,
    };
    this.offset += piece.rows;
    return piece;
  }

  private coalesce(batchRows: number): Piece {
    const piece: Piece = { rowGroups: [], offset: 0, rows: 0, coalesced: true };
    for (;;) {
      const rows = this.groupRows[this.group];
      if (rows === undefined || (piece.rowGroups.length > 0 && piece.rows + rows > batchRows)) return piece;
      piece.rowGroups.push(this.group);
      piece.rows += rows;
      this.enterNextGroup();
    }
  }

  private enterNextGroup(): void {
    this.group++;
    this.offset = 0;
  }

  private rowsLeftInGroup(): number | undefined {
    const rows = this.groupRows[this.group];
    return rows === undefined ? undefined : rows - this.offset;
  }
}

/** Each batch costs the engine several statements, whatever its size: few and large ones are read in half the time. */
const BATCH_BYTES = 32 * 1024 * 1024;
const PIECE_BYTES = 128 * 1024 * 1024;
/** What the engine takes as a group of its own: of fewer rows it makes one more copy when it stores them. */
const MAX_BATCH_ROWS = 122_880;
/** Rows from which the weight of a row is learnt; enough for a year of one meter. */
const FIRST_PIECE_ROWS = 400;
/** How many times the rows that were weighed the first piece may have, */
const RAMP = 128;
/** and what it may weigh: the engine waits for it. */
const RAMP_BYTES = 16 * 1024 * 1024;

/** The size for the first piece: few rows, since a dictionary can hide texts of any length, up to that of its chunk. */
export function firstPieceSize(longestTextBytes: number): PieceSize {
  const rows = clamp(Math.floor(BATCH_BYTES / Math.max(1, longestTextBytes)), 4, FIRST_PIECE_ROWS);
  return { batchRows: rows, pieceRows: rows };
}

/**
 * The size for pieces of rows that weigh `bytesPerRow` as Arrow. The first piece is of middling size, so that
 * the engine has something to do while the first large one is decoded.
 * @param rowsRead how many rows there were so far, or were weighed
 */
export function pieceSizeFor(bytesPerRow: number, rowsRead: number): PieceSize {
  const weight = Math.max(1, bytesPerRow);
  const batchRows = clamp(Math.floor(BATCH_BYTES / weight), 1, MAX_BATCH_ROWS);
  const rampRows = rowsRead * RAMP;
  if (rampRows < MAX_BATCH_ROWS) {
    const rows = clamp(Math.floor(RAMP_BYTES / weight), 1, Math.min(rampRows, batchRows));
    return { batchRows: rows, pieceRows: rows };
  }
  return { batchRows, pieceRows: Math.max(batchRows, Math.floor(PIECE_BYTES / weight)) };
}

/** Rows of each batch of a piece, so that none of them is a small rest, which costs the engine as much as a large one. */
export function evenBatchRows(pieceRows: number, batchRows: number): number {
  return Math.ceil(pieceRows / Math.ceil(pieceRows / batchRows));
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
