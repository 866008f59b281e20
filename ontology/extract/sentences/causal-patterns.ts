/** What a pattern's two parts are. `condition` → `action` is an instruction, not a cause. */
export interface CausalPattern {
  readonly expression: RegExp;
  readonly relation: 'cause' | 'remedy';
}

const CLAUSE = '[^,，;；:：。.!?！？\\n\\t]{2,120}?';
const TAIL = '[^,，;；。!?！？\\n\\t]{2,120}';

/**
 * Sentence shapes that state a cause, each with groups `cause` and `effect` (or `condition` and `action`), the direction being in
 * the names: 由…引起 and `caused by` turn it round. The first shape that fits a sentence is taken, so passive ones come first.
 */
export const CAUSAL_PATTERNS: readonly CausalPattern[] = [
  {
    relation: 'cause',
    expression: new RegExp(
      `(?<effect>${CLAUSE})\\s{0,4}(?:\\b(?:is|are|was|were|may be|can be|might be|could be|has been|been)\\s{1,4})?(?:(?:usually|often|mostly|typically|mainly)\\s{1,4})?(?:caused by|due to|because of|owing to|attributable to|attributed to)\\s{1,4}(?<cause>${TAIL})`,
      'iu',
    ),
  },
  {
    relation: 'cause',
    expression: new RegExp(
      `(?<effect>${CLAUSE})\\s{1,4}(?:(?:may|can|might|could|will)\\s{1,4})?(?:result|results|resulted|resulting|arise|arises|stem|stems)\\s{1,4}from\\s{1,4}(?<cause>${TAIL})`,
      'iu',
    ),
  },
  {
    relation: 'cause',
    expression: new RegExp(
      `\\b(?:causes?|reasons?)\\s{1,4}(?:of|for)\\s{1,4}(?:(?:the|an?)\\s{1,4})?(?<effect>${CLAUSE})\\s{1,4}(?:is|are|was|were|may be|can be|might be|could be)(?:\\s{1,4}(?:usually|often|mostly|typically|mainly))?\\s{1,4}(?<cause>${TAIL})`,
      'iu',
    ),
  },
  {
    relation: 'cause',
    expression: new RegExp(
      `(?<cause>${CLAUSE})\\s{1,4}(?:(?:may|can|might|could|will|would|often|also|usually)\\s{1,4})*(?:leads?\\s{1,4}to|led\\s{1,4}to|results?\\s{1,4}in|resulted\\s{1,4}in|resulting\\s{1,4}in|causes?(?!\\s{1,4}of\\b)|caused|causing|gives?\\s{1,4}rise\\s{1,4}to|bring\\s{1,4}about)\\s{1,4}(?<effect>${TAIL})`,
      'iu',
    ),
  },
  {
    relation: 'cause',
    expression: new RegExp(
      `(?:因为|由于|因)(?<cause>${CLAUSE})(?:而|,|，|、)?\\s{0,4}(?:导致|造成|引起|引发|致使|使得?)(?:了)?(?<effect>${TAIL})`,
      'u',
    ),
  },
  {
    relation: 'cause',
    expression: new RegExp(
      `(?<effect>${CLAUSE})(?:[,，]\\s{0,4})?(?:多|通常|一般|可能|往往|主要|大多|常)?(?:是|为)?(?:由于|由|因)(?:于)?(?<cause>[^,，;；。!?！？\\n\\t]{2,120}?)(?:所)?(?:引起|造成|导致|引发|所致|产生)的?`,
      'u',
    ),
  },
  {
    relation: 'cause',
    expression: new RegExp(
      `(?<effect>${CLAUSE})的?(?:主要|可能|常见)?原因(?:可能|主要|一般)?(?:是|为|有|包括)[:：]?\\s{0,4}(?<cause>${TAIL})`,
      'u',
    ),
  },
  {
    relation: 'cause',
    expression: new RegExp(
      `(?<cause>${CLAUSE})[,，]?\\s{0,4}(?:可|会|将|可能|容易|易|都会|均会|从而|进而|就会|可能会|将会)*(?:导致|造成|引起|引发|致使)(?:了)?(?<effect>${TAIL})`,
      'u',
    ),
  },
  {
    relation: 'cause',
    expression: new RegExp(`(?:由于|因为)(?<cause>${CLAUSE})[,，]\\s{0,4}(?:所以|因此|故|使|因而)?(?<effect>${TAIL})`, 'u'),
  },
  {
    relation: 'remedy',
    expression: new RegExp(
      `^(?:if|when|in case of|in the event of)\\s{1,4}(?<condition>[^,;:.!?\\n\\t]{2,120}?),\\s{0,4}(?:then\\s{1,4})?(?<action>${TAIL})`,
      'iu',
    ),
  },
  {
    relation: 'remedy',
    expression:
      /^(?:如果|若|如|当|一旦|假如|发现)(?<condition>[^,，;；:：。!?！？\n\t]{2,60}?)(?:的话|时)?[,，]\s{0,4}(?:则|就|应|应当|须|需|必须|需要|请|可|应立即|请立即|立即)*(?<action>[^;；。!?！？\n\t]{2,120})/u,
  },
  {
    relation: 'remedy',
    expression: /^(?:如果|若|假如)(?<condition>[^,，;；:：。!?！？\n\t]{2,60}?)则(?<action>[^;；。!?！？\n\t]{2,120})/u,
  },
];

/** Whether a sentence says what causes something; one that asks for it does not. */
export function statesCause(sentence: string): boolean {
  return states('cause', sentence);
}

/** Whether a sentence says what to do on a condition. */
export function statesRemedy(sentence: string): boolean {
  return states('remedy', sentence);
}

function states(asked: CausalPattern['relation'], sentence: string): boolean {
  if (/[?？]\s{0,4}$/u.test(sentence)) return false;
  return CAUSAL_PATTERNS.some(({ relation, expression }) => relation === asked && expression.test(sentence.trim()));
}
