import type { Answer, Citation, Claim, Resolution } from './answer.ts';
import type { Intent } from './question/question.ts';

/**
 * An answer as it is decided, in this order: `start`, then what it stands on, what to beware of and what it says, and last
 * the whole of it. Claims come after the gate, so nothing that was given is taken back.
 */
export type AnswerEvent =
  | { readonly kind: 'start'; readonly intent: Intent; readonly language: 'zh' | 'en'; readonly resolution?: Resolution }
  /** `index` is what claims cite it by. */
  | { readonly kind: 'evidence'; readonly index: number; readonly citation: Citation }
  | { readonly kind: 'safety'; readonly index: number; readonly claim: Claim }
  | { readonly kind: 'claim'; readonly index: number; readonly claim: Claim }
  | { readonly kind: 'done'; readonly answer: Answer };
