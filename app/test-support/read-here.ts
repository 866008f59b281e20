import { loadParser } from '../../ingest/parsers.ts';
import { readInProcess } from '../../ingest/sandbox/read-in-process.ts';
import type { Application } from '../application.ts';

/** Reads as the reading process does, without starting one. */
export const readHere: Application['read'] = async function* (request, signal) {
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
