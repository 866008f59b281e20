/** A chance from 0 to 1 by logistic regression: the weight of each feature, and the bias. */
export function logistic<Name extends string>(
  names: readonly Name[],
  weights: Readonly<Record<Name | 'bias', number>>,
  features: Readonly<Record<Name, number>>,
): number {
  return 1 / (1 + Math.exp(-names.reduce<number>((sum, name) => sum + weights[name] * features[name], weights.bias)));
}
