import { loadParser } from '../parsers.ts';
import type { readDocument } from './read-document.ts';
import { readInProcess } from './read-in-process.ts';

/** Reads as the reading process does, without starting one: for tests and evaluation, over documents that are known to end. */
export const readHere: typeof readDocument = async function* (request, signal) {
  for await (const progress of readInProcess(request, loadParser)) {
    signal.throwIfAborted();
    if (progress.kind === 'ended') yield progress;
    else if (progress.kind === 'chunk') yield { kind: 'chunk', chunk: progress.chunk };
    else {
      const { report: _, ...survey } = progress;
      yield survey;
    }
  }
};
