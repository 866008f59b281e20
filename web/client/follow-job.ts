import type { JobEvent } from '../contract.ts';
import { readServerEvents } from './read-server-events.ts';
import { RequestFailure } from './request-failure.ts';
import { sendRequest } from './send-request.ts';

const RETRY_MILLISECONDS = 2_000;
const LAST: ReadonlySet<JobEvent['kind']> = new Set(['done', 'dead', 'cancelled']);

/** What happens to a job until it ends; a broken connection is taken up after the last event that came. */
export async function* followJob(id: string, signal: AbortSignal): AsyncGenerator<JobEvent, void, undefined> {
  let last = 0;
  while (!signal.aborted) {
    try {
      const headers = { accept: 'text/event-stream', ...(last === 0 ? {} : { 'last-event-id': String(last) }) };
      const { body } = await sendRequest(`/v1/jobs/${encodeURIComponent(id)}/events`, { headers, signal });
      if (body === null) return;
      let isOver = false;
      for await (const { data } of readServerEvents(body)) {
        const event = JSON.parse(data) as JobEvent;
        last = event.number;
        yield event;
        isOver ||= LAST.has(event.kind);
      }
      if (isOver) return;
    } catch (error) {
      if (signal.aborted || (error instanceof RequestFailure && error.kind === 'problem')) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
  }
}
