import { fold } from '../../kernel/index.ts';
import { plainAsking } from '../../ontology/index.ts';
import { INTENT_CUES } from './intent-cues.ts';
import { INTENTS, type Intent, type LinkedEntity } from './question.ts';

/** An alarm code that is named without saying what is wanted of it. What an alarm means is no matter of a glossary. */
const BARE_ALARM_WEIGHT = 4;

/**
 * What kind of answer is asked for: the intent whose cues weigh most. A second cue of one intent adds a third of its weight,
 * so that two weak hints never outweigh a plain wording.
 */
export function detectIntent(text: string, entities: readonly LinkedEntity[]): Intent {
  const folded = plainAsking(fold(text));
  const weights = new Map<Intent, number>();
  for (const { intent, weight, pattern, also } of INTENT_CUES) {
    if (!pattern.test(folded) || (also !== undefined && !also.test(folded))) continue;
    const sofar = weights.get(intent);
    weights.set(intent, sofar === undefined ? weight : Math.max(sofar, weight) + Math.min(sofar, weight) / 3);
  }
  const alarmAsked = entities.some((entity) => entity.role === 'alarm');
  if (alarmAsked) {
    weights.set('alarm-code', (weights.get('alarm-code') ?? 0) + (weights.get('definition') ?? 0) + BARE_ALARM_WEIGHT);
    weights.delete('definition');
  } else {
    // A code that no list of alarms has is explained, if at all, by a sentence, as any other word is.
    weights.set('definition', Math.max(weights.get('definition') ?? 0, weights.get('alarm-code') ?? 0));
    weights.delete('alarm-code');
  }
  let best: Intent = 'unknown';
  for (const intent of INTENTS) {
    if ((weights.get(intent) ?? 0) > (weights.get(best) ?? 0)) best = intent;
  }
  return best;
}
