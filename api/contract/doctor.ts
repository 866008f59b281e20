import { z } from 'zod';

export const doctorSchema = z
  .object({
    lines: z
      .array(
        z.object({
          name: z.string(),
          level: z.enum(['ok', 'warn', 'fail']),
          detail: z.string().meta({ description: 'What was found' }),
          remedy: z.string().optional().meta({ description: 'What to do; absent when it is well' }),
          zh: z
            .object({ name: z.string(), detail: z.string(), remedy: z.string().optional() })
            .meta({ description: 'The same in Chinese' }),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Doctor', description: 'As `faultline doctor` tells it, of what a running service can see' });
