import { z } from 'zod';
import { ROLES } from '../../kernel/index.ts';
import { heldLabelsSchema } from './held-labels.ts';

const passwordField = z.string().min(1).max(1_000).meta({ description: '12 to 256 characters; kept as a hash alone' });

export const accountSchema = z
  .object({
    id: z.string(),
    tenant: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    labels: heldLabelsSchema,
    createdBy: z.string(),
    createdAt: z.iso.datetime(),
    passwordAt: z.iso.datetime().meta({ description: 'When the password was set last' }),
    removedAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'Account', description: 'A person who signs in by name and password' });

export const accountListSchema = z
  .object({ accounts: z.array(accountSchema).readonly().meta({ description: 'All that were ever made, by name' }) })
  .meta({ id: 'AccountList' });

export const newAccountSchema = z
  .strictObject({
    name: z
      .string()
      .min(1)
      .max(200)
      .meta({ description: 'What the person signs in by, as decisions and the audit trail name them; never given twice' }),
    password: passwordField,
    role: z.enum(ROLES),
    labels: heldLabelsSchema.default([]),
  })
  .meta({ id: 'NewAccount' });

export const newPasswordSchema = z.strictObject({ password: passwordField }).meta({ id: 'NewPassword' });

export const accountRightsSchema = z.strictObject({ role: z.enum(ROLES), labels: heldLabelsSchema }).meta({ id: 'AccountRights' });
