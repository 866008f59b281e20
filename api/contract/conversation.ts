import { z } from 'zod';

/** A name that the caller gives a conversation; of two callers with one name each has a conversation of his own. */
export const conversationIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,64}$/, 'must be 1 to 64 letters, digits, or . _ : -')
  .meta({ description: 'Your own name for the conversation; a new name begins one' });

export const conversationListSchema = z
  .object({
    conversations: z.array(z.object({ id: z.string(), turns: z.int(), at: z.iso.datetime() })).readonly(),
  })
  .meta({ id: 'ConversationList', description: 'Your conversations, latest first; `at` is when the last question came' });

export const conversationSchema = z
  .object({
    id: z.string(),
    turns: z.array(z.object({ number: z.int(), at: z.iso.datetime(), question: z.string() })).readonly(),
  })
  .meta({ id: 'Conversation', description: 'Questions as they were asked; answers are not kept' });
