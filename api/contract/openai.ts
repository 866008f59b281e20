import { z } from 'zod';
import { answerSchema } from './answer.ts';

/*
 * Shapes of OpenAI's API, so that programs made for it can ask. What they send beyond this is taken and means nothing here: an answer
 * is what the documents say, whatever the temperature.
 */

const contentSchema = z.union([z.string(), z.array(z.looseObject({ type: z.string(), text: z.string().optional() }))]);

export const completionRequestSchema = z
  .looseObject({
    model: z.string().optional(),
    messages: z
      .array(z.looseObject({ role: z.string(), content: contentSchema.nullish() }))
      .min(1)
      .max(1000)
      .meta({
        description: 'The last message of the user is the question, those before it complete it; all others mean nothing',
        examples: [[{ role: 'user', content: 'How is the mechanical seal of P-101A replaced?' }]],
      }),
    stream: z.boolean().nullish(),
  })
  .meta({ id: 'ChatCompletionRequest' });

const usageSchema = z.object({ prompt_tokens: z.int(), completion_tokens: z.int(), total_tokens: z.int() });
const extension = answerSchema.meta({
  description:
    'Beyond OpenAI: the answer with citations, verdicts and decision; a number n in brackets in the text is the n-th of its citations, from 1',
});

export const completionSchema = z
  .object({
    id: z.string(),
    object: z.literal('chat.completion'),
    created: z.int(),
    model: z.string(),
    choices: z.array(
      z.object({
        index: z.int(),
        message: z.object({ role: z.literal('assistant'), content: z.string(), refusal: z.null() }),
        logprobs: z.null(),
        finish_reason: z.literal('stop'),
      }),
    ),
    usage: usageSchema.meta({ description: 'Always 0: no language model reads or writes' }),
    faultline: extension,
  })
  .meta({ id: 'ChatCompletion' });

export const modelListSchema = z
  .object({
    object: z.literal('list'),
    data: z.array(z.object({ id: z.string(), object: z.literal('model'), created: z.int(), owned_by: z.string() })),
  })
  .meta({ id: 'ModelList' });

export const embeddingRequestSchema = z
  .looseObject({
    model: z.string().optional(),
    input: z
      .union([z.string().min(1).max(100_000), z.array(z.string().min(1).max(100_000)).min(1).max(256)])
      .meta({ examples: ['bearing hot'] }),
    encoding_format: z.enum(['float', 'base64']).nullish(),
  })
  .meta({ id: 'EmbeddingRequest' });

export const embeddingListSchema = z
  .object({
    object: z.literal('list'),
    data: z.array(
      z.object({
        object: z.literal('embedding'),
        index: z.int(),
        embedding: z
          .union([z.array(z.number()), z.string()])
          .meta({ description: 'Numbers, or the bytes of 32-bit floats, low byte first, as base64' }),
      }),
    ),
    model: z.string(),
    usage: z.object({ prompt_tokens: z.int(), total_tokens: z.int() }),
  })
  .meta({ id: 'EmbeddingList' });
