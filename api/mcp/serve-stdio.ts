import { createInterface } from 'node:readline';
import { z } from 'zod';
import { guardService, type Service } from '../../app/index.ts';
import { type Caller, FaultlineError, parseJson } from '../../kernel/index.ts';
import { answerMessage, RPC_ERRORS, type RpcAnswer, type RpcId, rpcError } from './answer-message.ts';

/** As long as the body of a request over HTTP may be, in characters. */
const LONGEST_LINE = 1024 * 1024;
/** Calls that are worked on at a time; the next is refused. */
const MOST_AT_ONCE = 32;

export interface StdioOptions {
  readonly service: Service;
  readonly caller: Caller;
  /** One message a line, UTF-8. */
  readonly input: NodeJS.ReadableStream;
  /** Writes one line, and nothing but messages. */
  readonly write: (line: string) => void;
  /** Ends the server. */
  readonly signal: AbortSignal;
}

const cancelledSchema = z.looseObject({
  method: z.literal('notifications/cancelled'),
  params: z.looseObject({ requestId: z.union([z.string(), z.number()]) }),
});
const identifiedSchema = z.looseObject({ id: z.union([z.string(), z.number()]), method: z.string() });

/** Speaks the Model Context Protocol over a pair of streams until the input ends; what was asked by then is answered. */
export async function serveStdio({ service: unguarded, caller, input, write, signal }: StdioOptions): Promise<void> {
  const service = guardService(unguarded);
  const running = new Map<RpcId, AbortController>();
  const pending = new Set<Promise<void>>();
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY, signal });
  const send = (answer: RpcAnswer): void => write(`${JSON.stringify(answer)}\n`);

  async function answer(message: unknown): Promise<void> {
    const cancelled = cancelledSchema.safeParse(message);
    if (cancelled.success)
      return running.get(cancelled.data.params.requestId)?.abort(new FaultlineError('cancelled', 'The client did not wait.'));
    const identified = identifiedSchema.safeParse(message);
    const id = identified.success ? identified.data.id : null;
    if (running.size >= MOST_AT_ONCE)
      return send(rpcError(id, { code: RPC_ERRORS.internal, message: `${MOST_AT_ONCE} calls are being worked on: wait for one of them.` }));
    const stop = new AbortController();
    if (id !== null) running.set(id, stop);
    const context = {
      service,
      caller,
      signal: AbortSignal.any([stop.signal, signal]),
      onFault: (error: unknown) => service.logger.error('answer', 'mcp-call-failed', error),
    };
    try {
      const answered = await answerMessage(context, message);
      // A client that cancelled waits for nothing.
      if (answered !== undefined && !stop.signal.aborted) send(answered);
    } finally {
      if (id !== null) running.delete(id);
    }
  }

  for await (const line of lines) {
    if (line.trim() === '') continue;
    const message = line.length > LONGEST_LINE ? undefined : parseJson(line);
    if (message === undefined) {
      send(rpcError(null, { code: RPC_ERRORS.parse, message: `A message is one line of JSON, of ${LONGEST_LINE} characters at most.` }));
      continue;
    }
    const work = answer(message).finally(() => pending.delete(work));
    pending.add(work);
  }
  await Promise.all(pending);
}
