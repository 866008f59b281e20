import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Service } from '../../../app/index.ts';
import { jobEventSchema } from '../../contract/job.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { presentJobEvent } from '../present-job.ts';
import { problems } from '../problem.ts';
import { idParamsSchema, readJobId } from '../read-id.ts';
import { type ServerEvent, sendEvents } from '../send-events.ts';

const lastEventSchema = z.coerce.number({ error: 'must be the number of an event' }).int().min(0).optional();

const events = createRoute({
  method: 'get',
  path: '/v1/jobs/{id}/events',
  operationId: 'followJob',
  summary: 'What happens to a job, as it happens (SSE)',
  description:
    'One event for each stage and chunk, named after its kind, its number as id, from the beginning of the last run. Ends after ' +
    '`done`, `dead` or `cancelled`. A caller who comes back gives `Last-Event-ID` and misses nothing.',
  request: {
    params: idParamsSchema,
    headers: z.object({ 'last-event-id': lastEventSchema.meta({ description: 'Number of the last event that is known' }) }),
  },
  responses: {
    200: { description: 'Events, with comments as heartbeat between them', content: { 'text/event-stream': { schema: jobEventSchema } } },
    ...problems('invalid-request', 'not-found'),
  },
});

/** `stop` ends the streams when the service stops, whoever listens. */
export function addJobEvents(http: HttpApp, service: Service, stop: AbortSignal): void {
  http.openapi(events, async (context) => {
    const caller = callerOf(context);
    const job = readJobId(context.req.valid('param').id);
    const after = context.req.valid('header')['last-event-id'];
    await service.getJob(caller, job, context.req.raw.signal);
    async function* open(signal: AbortSignal): AsyncGenerator<ServerEvent, void, undefined> {
      const followed = { job, ...(after === undefined ? {} : { after }) };
      for await (const event of service.followJob(caller, followed, AbortSignal.any([signal, stop]))) {
        const data = presentJobEvent(event);
        yield { name: data.kind, id: String(data.number), data };
      }
    }
    return sendEvents(context, open, { logger: service.logger, answerAtOnce: true });
  });
}
