import { z } from 'zod';

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What went wrong and what to do' }),
    code: z.string().meta({ description: 'Stable code of the error' }),
    retryable: z.boolean(),
  })
  .meta({ id: 'Problem', description: 'Error (RFC 9457)' });
