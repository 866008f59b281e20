import { z } from 'zod';
import { SIGN_IN_WAYS } from '../../app/index.ts';
import { ACTIONS, ROLES } from '../../kernel/index.ts';

export const sessionSchema = z
  .object({
    kind: z.enum(['anyone', 'key', 'person', 'nobody']).meta({
      description:
        '`anyone`: whoever reaches the service is its one caller; `key`: the holder of a key; `person`: who is signed in by the cookie of the browser; `nobody`: it has to be known who asks, and nothing was sent',
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
    expiresAt: z.iso.datetime().optional().meta({ description: 'When the key counts no more, or the session ends' }),
    csrfToken: z
      .string()
      .optional()
      .meta({ description: 'Of a person: sent as `x-faultline-csrf` with whatever is no GET, since the cookie comes by itself' }),
    ways: z
      .array(z.enum(SIGN_IN_WAYS))
      .readonly()
      .optional()
      .meta({ description: 'Of nobody: how to become somebody; `password`: by `POST /v1/session`' }),
  })
  .meta({ id: 'Session' });

export const signInSchema = z
  .strictObject({
    name: z.string().min(1).max(200).meta({ description: 'Of an account' }),
    password: z.string().min(1).max(1_000),
  })
  .meta({ id: 'SignIn' });
