import { type Logger, toFaultlineError } from '../../../kernel/index.ts';
import type { HttpContext } from '../http-app.ts';
import { problemOf } from '../problem.ts';
import type { CompletionPiece } from './completion-pieces.ts';

/** What all chunks of one completion have in common. */
export interface CompletionHead {
  readonly id: string;
  readonly created: number;
  readonly model: string;
}

/**
 * Sends a completion in chunks as OpenAI does, the whole answer in the last. The first piece is waited for, so that what is wrong with
 * a request is a problem like any other; what goes wrong after it is a last event with `error`.
 */
export async function sendCompletion(
  context: HttpContext,
  pieces: AsyncGenerator<CompletionPiece, void, undefined>,
  head: CompletionHead,
  logger: Logger,
): Promise<Response> {
  const encoder = new TextEncoder();
  const event = (data: unknown) => encoder.encode(`data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`);
  const chunk = (delta: object, finish: 'stop' | null, rest: object = {}) =>
    event({ ...head, object: 'chat.completion.chunk', choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }], ...rest });
  const first = await pieces.next();
  let next: IteratorResult<CompletionPiece, void> | undefined = first;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(chunk({ role: 'assistant', content: '' }, null)),
    async pull(controller) {
      try {
        const piece = next ?? (await pieces.next());
        next = undefined;
        if (piece.done === true) {
          controller.enqueue(event('[DONE]'));
          return controller.close();
        }
        if (piece.value.kind === 'text') controller.enqueue(chunk({ content: piece.value.text }, null));
        else controller.enqueue(chunk({}, 'stop', { faultline: piece.value.answer }));
      } catch (error) {
        const known = toFaultlineError(error);
        if (known.category !== 'user') logger.error('http', 'stream-failed', error, { requestId: context.get('requestId') });
        controller.enqueue(
          event({ error: { message: known.message, type: known.code, code: known.code, problem: problemOf(context, known) } }),
        );
        controller.close();
      }
    },
    async cancel() {
      await pieces.return();
    },
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
}
