import { WEIGHTS } from '../../weights.ts';
import { SUPPORT_FEATURES, type SupportFeatures } from './support-features.ts';

/** How likely a claim is supported, from 0 to 1: logistic in its features. */
export function supportChance(features: SupportFeatures): number {
  const { bias, ...weights } = WEIGHTS.support.features;
  return 1 / (1 + Math.exp(-SUPPORT_FEATURES.reduce<number>((sum, name) => sum + weights[name] * features[name], bias)));
}
