import * as en from './en/intent-cues.ts';
import type { IntentCueForm } from './language.ts';
import * as zh from './zh/intent-cues.ts';

/** Wordings of all languages that speak for an intent. */
export const INTENT_CUE_FORMS: readonly IntentCueForm[] = [...en.INTENT_CUES, ...zh.INTENT_CUES];
