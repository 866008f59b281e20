import type { ClaimReading } from '../../../kernel/index.ts';
import { logistic } from '../../logistic.ts';
import { WEIGHTS } from '../../weights.ts';

/** Log odds before a language model was asked, those that it gives for support, and how likely it calls the claim contradicted. */
export const ADVICE_FEATURES = ['chance', 'advice', 'denied'] as const;
export type AdviceFeature = (typeof ADVICE_FEATURES)[number];

/** Log odds beyond which surer tells no more. */
const SUREST = 6;

/** The chance that a claim is supported, from 0 to 1, with what a language model that was taught to read says of it. */
export function advisedChance(chance: number, advice: ClaimReading): number {
  return logistic(ADVICE_FEATURES, WEIGHTS.support.advised, adviceFeatures(chance, advice));
}

export function adviceFeatures(chance: number, { supported, contradicted, open }: ClaimReading): Readonly<Record<AdviceFeature, number>> {
  return { chance: logOdds(chance, 1 - chance), advice: logOdds(supported, contradicted + open), denied: contradicted };
}

/** In sixths, from -1 to 1. */
function logOdds(yes: number, no: number): number {
  const odds = Math.log(Math.max(yes, Number.MIN_VALUE) / Math.max(no, Number.MIN_VALUE));
  return Math.max(-SUREST, Math.min(SUREST, odds)) / SUREST;
}
