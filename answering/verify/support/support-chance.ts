import { logistic } from '../../logistic.ts';
import { WEIGHTS } from '../../weights.ts';
import { SUPPORT_FEATURES, type SupportFeatures } from './support-features.ts';

/** How likely a claim is supported, from 0 to 1. */
export function supportChance(features: SupportFeatures): number {
  return logistic(SUPPORT_FEATURES, WEIGHTS.support.features, features);
}
