import type { Conclusion, SegmentChunk, Survey } from '../document-parser.ts';
import { EMPTY_TALLY, makeQualityReport } from '../quality-report.ts';
import type { Ended, FromChild, Progress, ReadRequest } from './messages.ts';
import { type ChildEnd, startChild } from './start-child.ts';

/** What happens while a document is read; exactly one `ended`, and it is the last. */
export type ReadEvent =
  | Omit<Extract<Progress, { kind: 'survey' }>, 'report'>
  | { readonly kind: 'chunk'; readonly chunk: SegmentChunk }
  | Ended;

/**
 * Reads a document in a process of its own. A breach of time or heap ends as `limit-exceeded`, a crash as `failed`; chunks that
 * were given out before stay good. The next chunk is made only when the last one has been taken.
 * @throws the signal's reason when aborted; nothing else.
 */
export async function* readDocument(request: ReadRequest, signal: AbortSignal): AsyncGenerator<ReadEvent> {
  signal.throwIfAborted();
  const child = startChild(request.limits);
  const abort = (): void => void child.stop();
  signal.addEventListener('abort', abort, { once: true });
  let last: Progress | undefined;
  let survey: Survey | undefined = request.survey;
  let done = 0;
  try {
    child.send({ kind: 'read', request });
    for (;;) {
      const received = await child.receive();
      signal.throwIfAborted();
      if (!('message' in received)) {
        yield endedBy(breach(received.end, request), last, survey, done);
        return;
      }
      const { message } = received;
      if (message.kind !== 'progress') {
        yield endedBy(unexpected(message), last, survey, done);
        return;
      }
      last = message.progress;
      if (last.kind === 'ended') {
        yield last;
        return;
      }
      if (last.kind === 'survey') {
        survey = last.survey;
        const { format, parserVersion } = last;
        yield { kind: 'survey', format, parserVersion, survey };
      } else {
        done = last.chunk.done;
        yield { kind: 'chunk', chunk: last.chunk };
      }
      child.send({ kind: 'next' });
    }
  } finally {
    signal.removeEventListener('abort', abort);
    await child.stop();
  }
}

type Breach = Pick<Conclusion, 'outcome'> & { readonly reason: string };

function breach(end: ChildEnd, request: ReadRequest): Breach {
  const { heapMegabytes, wallMilliseconds } = request.limits;
  switch (end) {
    case 'out-of-memory':
      return { outcome: 'limit-exceeded', reason: `Reading needed more than the allowed ${heapMegabytes} MB of memory.` };
    case 'out-of-time':
      return { outcome: 'limit-exceeded', reason: `Reading took longer than the allowed ${Math.ceil(wallMilliseconds / 1000)} s.` };
    case 'crashed':
      return { outcome: 'failed', reason: 'The reading process ended unexpectedly.' };
  }
}

function unexpected(message: Exclude<FromChild, { kind: 'progress' }>): Breach {
  const what = message.kind === 'fault' ? ` (${message.message})` : '';
  return { outcome: 'failed', reason: `The reader failed on this document${what}.` };
}

function endedBy({ outcome, reason }: Breach, last: Progress | undefined, survey: Survey | undefined, done: number): Ended {
  const read =
    survey !== undefined && done > 0
      ? ` What was read before is kept: ${done} of ${survey.total} ${survey.unit}s, a part of the document only.`
      : ' Nothing of it was read.';
  return {
    kind: 'ended',
    outcome,
    reason: `${reason}${read}`,
    report: last?.report ?? makeQualityReport(EMPTY_TALLY, { ofRows: false, warnings: [] }),
    properties: survey?.properties ?? { language: 'none' },
  };
}
