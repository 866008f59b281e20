/** A number without the noise of binary fractions: twelve digits that mean something. */
export function withoutNoise(value: number): number {
  return Number(value.toPrecision(12));
}
