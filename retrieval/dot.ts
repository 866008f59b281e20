/** Inner product: the cosine, since all vectors here are of unit length. Vectors of other lengths are another model's: a bug. */
export function dot(left: Float32Array, right: Float32Array): number {
  if (left.length !== right.length) throw new RangeError(`vectors of ${left.length} and ${right.length} numbers cannot be compared`);
  let sum = 0;
  for (let index = 0; index < left.length; index++) sum += (left[index] ?? 0) * (right[index] ?? 0);
  return sum;
}
