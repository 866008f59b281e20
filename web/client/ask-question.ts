import type { AnswerEvent, AnswerRequest } from '../contract.ts';
import { readServerEvents } from './read-server-events.ts';
import { RequestFailure } from './request-failure.ts';
import { sendRequest } from './send-request.ts';

/**
 * Asks and gives the pieces of the answer as they come; the last is `done` or `error`.
 * @throws RequestFailure of the kind `connection` also where the stream ends before its last piece.
 */
export async function* askQuestion(request: AnswerRequest, signal: AbortSignal): AsyncGenerator<AnswerEvent, void, undefined> {
  const response = await sendRequest('/v1/answers', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify(request),
    signal,
  });
  if (response.body === null) throw RequestFailure.connection(new Error('no body'));
  let isWhole = false;
  try {
    for await (const { name, data } of readServerEvents(response.body)) {
      const event = { name, data: JSON.parse(data) } as AnswerEvent;
      yield event;
      isWhole ||= event.name === 'done' || event.name === 'error';
    }
  } catch (error) {
    if (signal.aborted) throw error;
    throw RequestFailure.connection(error);
  }
  if (!isWhole) throw RequestFailure.connection(new Error('the stream ended before its last piece'));
}
