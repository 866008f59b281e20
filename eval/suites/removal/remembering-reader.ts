import { type DocumentReader, type ReadEvent, readHere } from '../../../ingest/index.ts';

/**
 * A reader, in this process unless another is given, that reads each version once and gives the same events again afterwards:
 * reading depends on the bytes, their name and the version alone. A reading that is resumed or corrected is done anew.
 */
export function rememberingReader(read: DocumentReader['read'] = readHere): DocumentReader['read'] {
  const remembered = new Map<string, readonly ReadEvent[]>();
  return async function* (request, signal) {
    const isPlain = request.survey === undefined && request.resume === undefined && request.corrections === undefined;
    if (!isPlain) return yield* read(request, signal);
    const name = `${request.versionId} ${request.fileName}`;
    const known = remembered.get(name);
    if (known !== undefined) return yield* known;
    const events: ReadEvent[] = [];
    for await (const event of read(request, signal)) {
      events.push(event);
      yield event;
    }
    remembered.set(name, events);
  };
}
