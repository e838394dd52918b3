const TEXTS: Readonly<Record<string, string>> = {
  measured: 'measured',
  split: 'split from a doubled slot',
  missing: 'missing',
  suspect: 'measured, doubtful',
  estimated: 'estimated',
};

/** What is known about a reading, in a few words. */
export const qualityText = (quality: string): string => TEXTS[quality] ?? quality;
