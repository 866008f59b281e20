import type { ClaimReading } from '../../../kernel/index.ts';
import { logistic } from '../../logistic.ts';
import { WEIGHTS } from '../../weights.ts';
import { SUPPORT_FEATURES, type SupportFeature, type SupportFeatures } from './support-features.ts';

/** Features that say how far the words of a claim are held, with which a reading counts more or less. */
const HELD = ['nearFour', 'lostShare', 'order', 'weakFive'] as const satisfies readonly SupportFeature[];
type Held = (typeof HELD)[number];

/**
 * What a reading adds to the features of a claim: log odds that it is supported, in sixths from -1 to 1, and the chance that it is
 * contradicted, each alone and with what is held; and the squares of both: who keeps all words and one wrong is told by the
 * reading, who keeps few by the words.
 */
export const READING_FEATURES = [
  'reading',
  'denied',
  ...HELD.flatMap((name) => [`reading-${name}`, `denied-${name}`, `squared-${name}`] as const),
  'squared-reading',
] as const;
export type ReadingFeature = 'reading' | 'denied' | 'squared-reading' | `${'reading' | 'denied' | 'squared'}-${Held}`;

/** Log odds beyond which surer tells no more. */
const SUREST = 6;

/** How likely a claim is supported, from 0 to 1: by its words alone, or with what a cross-encoder makes of it. */
export function supportChance(features: SupportFeatures, reading?: ClaimReading): number {
  if (reading === undefined) return logistic(SUPPORT_FEATURES, WEIGHTS.support.features, features);
  return logistic([...SUPPORT_FEATURES, ...READING_FEATURES], WEIGHTS.support.read, { ...features, ...readingFeatures(features, reading) });
}

export function readingFeatures(
  features: SupportFeatures,
  { supported, contradicted, open }: ClaimReading,
): Readonly<Record<ReadingFeature, number>> {
  const odds = Math.log(Math.max(supported, Number.MIN_VALUE) / Math.max(contradicted + open, Number.MIN_VALUE));
  const reading = Math.max(-SUREST, Math.min(SUREST, odds)) / SUREST;
  const withHeld = <Name extends Held>(name: Name) => ({
    reading: reading * features[name],
    denied: contradicted * features[name],
    squared: features[name] ** 2,
  });
  const [near, lost, order, weak] = [withHeld('nearFour'), withHeld('lostShare'), withHeld('order'), withHeld('weakFive')];
  return {
    reading,
    denied: contradicted,
    'squared-reading': reading ** 2,
    'reading-nearFour': near.reading,
    'denied-nearFour': near.denied,
    'squared-nearFour': near.squared,
    'reading-lostShare': lost.reading,
    'denied-lostShare': lost.denied,
    'squared-lostShare': lost.squared,
    'reading-order': order.reading,
    'denied-order': order.denied,
    'squared-order': order.squared,
    'reading-weakFive': weak.reading,
    'denied-weakFive': weak.denied,
    'squared-weakFive': weak.squared,
  };
}
