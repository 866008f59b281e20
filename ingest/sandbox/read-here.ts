import { loadParser } from '../parsers.ts';
import type { Refine } from './answer-parent.ts';
import type { ReadEvent } from './document-reader.ts';
import type { ReadRequest } from './messages.ts';
import { type ReadingMeans, readInProcess } from './read-in-process.ts';

/** Reads as the reading process does, without starting one: for tests and evaluation, over documents that are known to end. */
export async function* readHere(
  request: ReadRequest,
  signal: AbortSignal,
  refine: Refine = (progress) => progress,
  means: ReadingMeans = {},
): AsyncGenerator<ReadEvent> {
  for await (const progress of refine(readInProcess(request, loadParser, means), request)) {
    signal.throwIfAborted();
    if (progress.kind !== 'chunk') yield progress;
    else {
      const { report: _, ...event } = progress;
      yield event;
    }
  }
}
