import { z } from 'zod';

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What went wrong and what to do' }),
    code: z.string().meta({ description: 'Stable code of the error' }),
    retryable: z.boolean(),
    instance: z.string().meta({ description: 'Names this one request; the log knows it by the same id' }),
    faults: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .readonly()
      .optional()
      .meta({ description: 'Each field of the request that is not as expected' }),
  })
  .meta({ id: 'Problem', description: 'Error (RFC 9457)' });
