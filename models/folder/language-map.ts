import { toUnitLength } from '../unit-length.ts';

interface Placing {
  readonly mean: Float32Array;
  /** `rotation[row * dimension + column]`, rows multiplied from the left. */
  readonly rotation: Float32Array;
}

/** Brings the vectors of Chinese and English texts of one meaning together, which a model keeps apart by their language. */
export interface LanguageMap {
  readonly chinese: Placing;
  readonly english: Placing;
}

const HAN = /[\u4e00-\u9fff]/g;
const LATIN = /[a-z]/gi;
/** Share of Han among Han and Latin letters from which on a text is taken as Chinese. */
const CHINESE_SHARE = 0.3;

/**
 * Reads half floats (little endian): mean of Chinese, mean of English, rotation of Chinese, rotation of English. Undefined when the
 * bytes are not those of a map of this dimension.
 */
export function readLanguageMap(bytes: Uint8Array, dimension: number): LanguageMap | undefined {
  const square = dimension * dimension;
  if (bytes.byteLength !== 2 * (2 * dimension + 2 * square)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers = Float32Array.from({ length: bytes.byteLength / 2 }, (_, index) => halfFloat(view.getUint16(2 * index, true)));
  const rotations = 2 * dimension;
  return {
    chinese: { mean: numbers.subarray(0, dimension), rotation: numbers.subarray(rotations, rotations + square) },
    english: { mean: numbers.subarray(dimension, rotations), rotation: numbers.subarray(rotations + square) },
  };
}

/** The unit vector of a text centred and turned by its language: unit(unit(vector - mean) rotation). */
export function applyLanguageMap({ chinese, english }: LanguageMap, text: string, vector: Float32Array): Float32Array {
  const han = text.match(HAN)?.length ?? 0;
  const latin = text.match(LATIN)?.length ?? 0;
  const { mean, rotation } = han / Math.max(1, han + latin) > CHINESE_SHARE ? chinese : english;
  const centred = toUnitLength(vector.map((value, index) => value - (mean[index] ?? 0)));
  const turned = new Float32Array(vector.length);
  for (const [row, value] of centred.entries()) {
    const offset = row * vector.length;
    for (let column = 0; column < turned.length; column++)
      turned[column] = (turned[column] ?? 0) + value * (rotation[offset + column] ?? 0);
  }
  return toUnitLength(turned);
}

/** IEEE 754 binary16. */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
