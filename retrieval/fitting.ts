/** The vector, when it is as long as those of the index. @throws RangeError for another model's: a bug, never to be kept or compared. */
export function fitting(vector: Float32Array, { dimension }: { readonly dimension: number }): Float32Array {
  if (vector.length === dimension) return vector;
  throw new RangeError(`vectors of ${vector.length} and ${dimension} numbers cannot be compared`);
}
