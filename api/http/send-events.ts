import { type Logger, toFaultlineError } from '../../kernel/index.ts';
import type { HttpContext } from './http-app.ts';
import { problemOf } from './problem.ts';

/** Proxies give up a connection on which nothing moves for about a minute. */
const HEARTBEAT_MILLISECONDS = 15_000;

export interface ServerEvent {
  readonly name: string;
  readonly data: unknown;
  /** What a caller who comes back gives as `Last-Event-ID`. */
  readonly id?: string;
}

export interface EventsOptions {
  readonly logger: Logger;
  readonly heartbeatMilliseconds?: number;
  /** Answer before there is an event, where one may be long in coming; the route has checked the request. */
  readonly answerAtOnce?: boolean;
}

/**
 * Sends events as they are made (Server-Sent Events), with comments between them while nothing happens. `open` gets a signal that
 * ends when the caller has gone. The first event is waited for, so that what is wrong with a request is a problem like any other; what
 * goes wrong after it is an event `error` with the problem.
 */
export async function sendEvents(
  context: HttpContext,
  open: (signal: AbortSignal) => AsyncGenerator<ServerEvent, void, undefined>,
  { logger, heartbeatMilliseconds = HEARTBEAT_MILLISECONDS, answerAtOnce = false }: EventsOptions,
): Promise<Response> {
  const gone = new AbortController();
  const events = open(AbortSignal.any([gone.signal, context.req.raw.signal]));
  const first = answerAtOnce ? undefined : await events.next();
  const encoder = new TextEncoder();
  let heartbeat: NodeJS.Timeout | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      heartbeat = setInterval(() => controller.enqueue(encoder.encode(': heartbeat\n\n')), heartbeatMilliseconds);
      const send = ({ name, data, id }: ServerEvent) =>
        controller.enqueue(encoder.encode(`${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`));
      void pump(send).finally(() => {
        clearInterval(heartbeat);
        if (!gone.signal.aborted) controller.close();
      });
    },
    async cancel() {
      clearInterval(heartbeat);
      gone.abort(new Error('the caller has gone'));
      await events.return();
    },
  });

  async function pump(send: (event: ServerEvent) => void): Promise<void> {
    try {
      for (let next = first ?? (await events.next()); next.done !== true; next = await events.next()) {
        if (gone.signal.aborted) return;
        send(next.value);
      }
    } catch (error) {
      if (gone.signal.aborted) return;
      const known = toFaultlineError(error);
      if (known.category !== 'user') logger.error('http', 'stream-failed', error, { requestId: context.get('requestId') });
      send({ name: 'error', data: problemOf(context, known) });
    }
  }

  return new Response(body, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
}
