import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Service } from '../../../app/index.ts';
import { auditActionSchema, auditPageSchema } from '../../contract/audit.ts';
import { withoutUndefined } from '../../contract/without-undefined.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';

const list = createRoute({
  method: 'get',
  path: '/v1/audit',
  operationId: 'listAudit',
  summary: 'Who asked and who changed what, newest first; for reviewers who may read everything',
  request: {
    query: z.strictObject({
      actor: z.string().min(1).max(200).optional().meta({ description: 'Of one who acted' }),
      action: auditActionSchema.optional(),
      subject: z.string().min(1).max(200).optional().meta({ description: 'About one version, document, job, key, account …' }),
      from: z.iso.datetime({ offset: true }).optional().meta({ description: 'Not before this time' }),
      to: z.iso.datetime({ offset: true }).optional().meta({ description: 'Before this time' }),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
      cursor: z
        .string()
        .regex(/^\d{1,15}$/)
        .optional()
        .meta({ description: '`next` of the page before' }),
    }),
  },
  responses: {
    200: { description: 'A page of events', content: { 'application/json': { schema: auditPageSchema } } },
    ...problems('invalid-request'),
  },
});

export function addAudit(http: HttpApp, service: Service): void {
  http.openapi(list, async (context) => {
    const { actor, action, subject, from, to, limit, cursor } = context.req.valid('query');
    const filter = {
      // One more than asked for tells whether there is a next page.
      limit: limit + 1,
      ...(actor === undefined ? {} : { actor }),
      ...(action === undefined ? {} : { actions: [action] }),
      ...(subject === undefined ? {} : { subject }),
      ...(from === undefined ? {} : { from: Date.parse(from) }),
      ...(to === undefined ? {} : { to: Date.parse(to) }),
      ...(cursor === undefined ? {} : { before: Number(cursor) }),
    };
    const found = await service.listAudit(callerOf(context), filter, context.req.raw.signal);
    const events = found.slice(0, limit);
    const last = events.at(-1);
    const shown = events.map(({ tenant: _, at, detail, ...event }) => ({
      ...event,
      at: new Date(at).toISOString(),
      detail: withoutUndefined(detail),
    }));
    return context.json({ events: shown, ...(found.length > limit && last !== undefined ? { next: String(last.number) } : {}) }, 200);
  });
}
