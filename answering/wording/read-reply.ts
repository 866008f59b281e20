import { z } from 'zod';
import type { ReplyForm } from '../../kernel/index.ts';

/** Sentences beyond which a reply is no answer any more, and the longest of them in characters. */
const MOST_SENTENCES = 12;
const LONGEST_SENTENCE = 1_000;
const MOST_CITED = 8;

const REPLY = z.strictObject({
  sentences: z
    .array(z.strictObject({ text: z.string().max(LONGEST_SENTENCE), cites: z.array(z.int()).max(MOST_CITED) }))
    .max(MOST_SENTENCES),
});

/** A sentence, or several in one text, as a model said it, with the numbers that it cites: nothing about it is true yet. */
export interface SaidSentence {
  readonly text: string;
  readonly cites: readonly number[];
}

export type ReadReply =
  | { readonly kind: 'sentences'; readonly sentences: readonly SaidSentence[] }
  /** `fault`: for the model, in words of ours alone. */
  | { readonly kind: 'unreadable'; readonly fault: string };

export const REPLY_FORM: ReplyForm = {
  name: 'wording',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['sentences'],
    properties: {
      sentences: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['text', 'cites'],
          properties: { text: { type: 'string' }, cites: { type: 'array', items: { type: 'integer' } } },
        },
      },
    },
  },
  mostTokens: 700,
};

/** Some models put their JSON into a block of code. */
const FENCED = /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/u;

export function readReply(reply: string): ReadReply {
  let value: unknown;
  try {
    value = JSON.parse(FENCED.exec(reply)?.[1] ?? reply);
  } catch {
    // What cannot be parsed may hold anything; the model is told no more than that.
    return { kind: 'unreadable', fault: 'it is not JSON' };
  }
  const parsed = REPLY.safeParse(value);
  if (parsed.success) return { kind: 'sentences', sentences: parsed.data.sentences };
  return { kind: 'unreadable', fault: 'it does not have the form {"sentences":[{"text":"...","cites":[1]}]}' };
}
