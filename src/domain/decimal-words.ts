/**
 * Exact decimal text of a fixed-point number as Arrow lays it out: little-endian
 * 32-bit words in two's complement, and how many digits stand after the point.
 * Zeros at the end stay, since they are part of the type.
 */
export function decimalWordsText(words: Uint32Array, scale: number): string {
  let unscaled = 0n;
  for (let index = words.length - 1; index >= 0; index--)
    unscaled = (unscaled << 32n) | BigInt(words[index]!);
  unscaled = BigInt.asIntN(words.length * 32, unscaled);
  const sign = unscaled < 0n ? '-' : '';
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  if (scale <= 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
