/**
 * The language of numbers and dates: the browser's in the page, British English on the command line
 * and in tests, so that a report reads the same on every machine. Digits are 0 to 9 everywhere.
 */
export const LOCALE = 'document' in globalThis ? withPlainDigits(globalThis.navigator.language) : 'en-GB';

function withPlainDigits(language: string): string {
  try {
    return new Intl.Locale(language, { numberingSystem: 'latn' }).toString();
  } catch {
    return 'en-GB';
  }
}

const parts = new Intl.NumberFormat(LOCALE, { useGrouping: true }).formatToParts(12_345_678.9);

/** What stands between groups of three digits, and before a fraction. */
export const GROUP_SIGN = parts.find((part) => part.type === 'group')?.value ?? '';
export const DECIMAL_SIGN = parts.find((part) => part.type === 'decimal')?.value ?? '.';
