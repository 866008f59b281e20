import { refineChunks } from '../../../app/pipeline/refine-chunks.ts';
import { readHere } from '../../../ingest/index.ts';
import { openService, type TestService } from './open-service.ts';

/** A service that reads in this process: what one of its own reads is tested elsewhere, and starting it takes longer than a test. */
export function openReadingService(): Promise<TestService> {
  return openService({}, (application) => ({
    ...application,
    read: (request, signal) => readHere(request, signal, refineChunks),
  }));
}

/** A request that sends a value as JSON. */
export function jsonPost(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
