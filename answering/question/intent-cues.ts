import { INTENT_CUE_FORMS } from '../../ontology/index.ts';
import { INTENTS, type Intent } from './question.ts';

/**
 * Wordings that speak for an intent, on folded text, with their weight. A cue is a form of asking, never a subject: what is
 * asked about decides nothing here. The heaviest sum wins; equal sums go to the intent that stands first in the list.
 */
export interface IntentCue {
  readonly intent: Intent;
  readonly weight: number;
  readonly pattern: RegExp;
  /** Must be found too, anywhere. */
  readonly also?: RegExp;
}

export const INTENT_CUES: readonly IntentCue[] = INTENT_CUE_FORMS.map(({ intent, weight, form, also }) => ({
  intent: knownIntent(intent),
  weight,
  pattern: new RegExp(form, 'u'),
  ...(also === undefined ? {} : { also: new RegExp(also, 'u') }),
}));

function knownIntent(name: string): Intent {
  const intent = INTENTS.find((one) => one === name);
  if (intent === undefined) throw new RangeError(`The languages have cues for “${name}”, which is no intent.`);
  return intent;
}
