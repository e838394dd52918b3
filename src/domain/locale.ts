/**
 * The locale of numbers and dates: the browser's own, with Latin digits. The command line and the
 * tests have none and write as in Britain, so that their text is the same on every machine.
 */
export const LOCALE: string = browserLocale() ?? 'en-GB';

function browserLocale(): string | undefined {
  if (typeof document === 'undefined') return undefined;
  try {
    return new Intl.Locale(navigator.language, { numberingSystem: 'latn' }).toString();
  } catch {
    return undefined;
  }
}

/** The marks that part thousands and that part the fraction, as a locale writes them. */
export function numberMarks(locale: string): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }).formatToParts(1_234_567.5);
  const mark = (type: 'group' | 'decimal', usual: string) =>
    parts.find((part) => part.type === type)?.value ?? usual;
  return { group: mark('group', ''), decimal: mark('decimal', '.') };
}
