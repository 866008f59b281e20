/** 32-bit words that the signs of a vector take. */
export function signWords(dimension: number): number {
  return Math.ceil(dimension / 32);
}

/** One bit a number: set where the vector lies above the centre. Centring is what makes signs of real models tell texts apart. */
export function signBits(vector: Float32Array, centre: Float32Array): Uint32Array {
  const words = new Uint32Array(signWords(vector.length));
  for (let index = 0; index < vector.length; index++) {
    if ((vector[index] ?? 0) > (centre[index] ?? 0)) words[index >>> 5] = (words[index >>> 5] ?? 0) | (1 << (index & 31));
  }
  return words;
}

/** Number of set bits of a 32-bit word (Hacker's Delight, 5-1). */
export function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
