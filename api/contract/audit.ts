import { z } from 'zod';
import { AUDIT_ACTIONS } from '../../app/index.ts';

export const auditActionSchema = z.enum(AUDIT_ACTIONS);

export const auditEventSchema = z
  .object({
    number: z.int().meta({ description: 'From 1, in order of arrival' }),
    at: z.iso.datetime(),
    actor: z.string().meta({ description: 'Who acted: `account:…`, `oidc:…`, `key:…`, `local`, or `system`, the service itself' }),
    action: auditActionSchema,
    subject: z.string().meta({ description: 'Id of what it was done to; of a question its hash' }),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()])),
  })
  .meta({ id: 'AuditEvent', description: 'Ids, hashes, counts and names of states; never text of a document or a question' });

export const auditPageSchema = z
  .object({
    events: z.array(auditEventSchema).readonly(),
    next: z.string().optional().meta({ description: 'Give it as `cursor` for the events before these; absent: there are none' }),
  })
  .meta({ id: 'AuditPage', description: 'Newest first' });
