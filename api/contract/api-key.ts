import { z } from 'zod';
import { ROLES } from '../../kernel/index.ts';
import { heldLabelsSchema } from './held-labels.ts';

const DAYS = 365;
const MOST_DAYS = 36_500;

export const apiKeySchema = z
  .object({
    id: z.string(),
    tenant: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    labels: heldLabelsSchema,
    createdBy: z.string(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().optional().meta({ description: 'Counts no more from then on; absent: until it is revoked' }),
    revokedAt: z.iso.datetime().optional(),
    usedAt: z.iso.datetime().optional().meta({ description: 'To within a minute' }),
  })
  .meta({ id: 'ApiKey', description: 'What is known of a key; the key itself only its holder knows' });

export const apiKeyListSchema = z
  .object({ keys: z.array(apiKeySchema).readonly().meta({ description: 'All that were ever made, by name' }) })
  .meta({ id: 'ApiKeyList' });

export const newApiKeySchema = z
  .strictObject({
    name: z
      .string()
      .min(1)
      .max(200)
      .meta({ description: 'Who or what holds it, as decisions and the audit trail name it; never given twice' }),
    role: z.enum(ROLES),
    labels: heldLabelsSchema.default([]),
    days: z.int().min(1).max(MOST_DAYS).nullable().default(DAYS).meta({ description: 'How long it counts; null: until it is revoked' }),
  })
  .meta({ id: 'NewApiKey' });

export const createdApiKeySchema = apiKeySchema
  .extend({ secret: z.string().meta({ description: 'The key, shown this once and kept nowhere; sent as `Authorization: Bearer …`' }) })
  .meta({ id: 'CreatedApiKey' });
