import { z } from 'zod';
import { ACTIONS, ROLES } from '../../kernel/index.ts';

export const sessionSchema = z
  .object({
    kind: z.enum(['anyone', 'key', 'nobody']).meta({
      description:
        '`anyone`: whoever reaches the service is its one caller; `key`: the holder of a key; `nobody`: a key is needed and none was sent',
    }),
    actor: z.string().optional().meta({ description: 'As decisions and the audit trail name this caller' }),
    tenant: z.string().optional(),
    role: z.enum(ROLES).optional(),
    labels: z
      .union([z.literal('all'), z.array(z.string()).readonly()])
      .optional()
      .meta({ description: 'Access labels held; `all` reads every document' }),
    may: z
      .array(z.enum(ACTIONS))
      .readonly()
      .meta({ description: 'What the role allows; a document is read by who holds all of its labels' }),
    expiresAt: z.iso.datetime().optional().meta({ description: 'When the key counts no more' }),
  })
  .meta({ id: 'Session' });
