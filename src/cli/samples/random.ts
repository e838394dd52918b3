/**
 * Seeded randomness for the samples. Only integer operations and IEEE arithmetic,
 * so that every machine and every version of Node draws the same numbers.
 */

/** Returns the next number of a stream, 0 ≤ x < 1. */
export type Random = () => number;

/** A mulberry32 stream: 32 bits of state, the same numbers for the same seed, for ever. */
export function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A 32-bit seed from a text (FNV-1a over its UTF-16 units), so that each meter has a stream of its own. */
export function seedFrom(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** A bell-shaped draw with mean 0 and standard deviation 1, between −3.5 and 3.5. */
export function bellDraw(random: Random): number {
  return (random() + random() + random() + random() - 2) * 1.7320508075688772;
}

/** A number between `low` and `high`. */
export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

/** One step of noise that remembers: mean 0, standard deviation 1 in the long run, `memory` below 1. */
export function wander(previous: number, memory: number, random: Random): number {
  return memory * previous + Math.sqrt(1 - memory * memory) * bellDraw(random);
}
