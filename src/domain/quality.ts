/** What is known about one reading. `missing` readings exist as intervals; only their energy is null. */
export type Quality = 'measured' | 'split' | 'missing' | 'suspect' | 'estimated';
