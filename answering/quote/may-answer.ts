import { WEIGHTS } from '../weights.ts';
import type { BlockFeatures } from './block-features.ts';

/**
 * A value is of the asked kind and bound or is no answer, and a code that is asked for is there or it is not: however likely a block looks, no
 * nearness makes up for that.
 */
export function mayAnswer(features: BlockFeatures): boolean {
  return features.notOfKind === 0 && features.lostMember === 0 && features.lostCodes === 0 && isNearNamed(features);
}

/**
 * What a language model that was taught to read is asked about: whether a value is of the asked kind and bound it sees by itself, and by
 * more than words; codes and products that are lost stay lost.
 */
export function mayBeRead(features: BlockFeatures): boolean {
  return features.lostCodes === 0 && isNearNamed(features);
}

/** What is said of another product, or of other codes alone, is not even near. */
export function isNearNamed(features: BlockFeatures): boolean {
  return features.lostCodes < 1 && features.lostNames < WEIGHTS.quotes.otherNames;
}
