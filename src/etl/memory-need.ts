import { AppError } from '../domain/app-error';

/**
 * What a value and a row cost while they are staged and transformed, in bytes: a double and its list that no
 * compression makes smaller, with room for the batch in hand. Whole numbers take a third of it: 43.8 million of
 * them in 1.8 million rows were open in 312 MB.
 */
const BYTES_PER_VALUE = 14;
const BYTES_PER_ROW = 200;

/** How much a file holds, as its footer announces it. */
export interface DataSize {
  rows: number;
  /** Items of all its arrays, nulls included. */
  values: number;
}

/**
 * Refuses files that would not fit beside what is open, before they are read.
 * @param budgetBytes the memory that folded data may take in all
 * @throws AppError TOO_LARGE with how many rows would fit
 */
export function refuseTooLarge(
  file: string,
  sizes: readonly DataSize[],
  open: readonly DataSize[],
  budgetBytes: number,
): void {
  const need = total(sizes);
  const room = Math.max(0, budgetBytes - total(open));
  if (need <= room) return;
  const rows = sizes.reduce((sum, size) => sum + size.rows, 0);
  throw new AppError('TOO_LARGE', { file, count: rows, fits: Math.floor((rows * room) / need) });
}

function total(sizes: readonly DataSize[]): number {
  return sizes.reduce((sum, { rows, values }) => sum + rows * BYTES_PER_ROW + values * BYTES_PER_VALUE, 0);
}
