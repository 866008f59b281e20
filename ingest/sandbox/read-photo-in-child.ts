import { type ErrorCode, FaultlineError } from '../../kernel/index.ts';
import { photoFormat } from '../photo/photo-format.ts';
import { PHOTO_LIMITS, TOO_SLOW } from '../photo/photo-limits.ts';
import type { PhotoReading } from '../photo/photo-reading.ts';
import type { PhotoRequest } from '../photo/read-photo.ts';
import { READER_ENTRY, type ReadingChild, startChild } from './start-child.ts';

/** Errors of the child that speak of the photo and are passed on as they are. */
const PASSED_ON: readonly ErrorCode[] = ['invalid-request', 'unsupported-format', 'parse-failed', 'limit-exceeded', 'deadline-exceeded'];
const TOO_MUCH =
  'Reading the photo needs more memory than is allowed: set the camera to a lower resolution, or cut out the part to be read.';

/**
 * Reads a photo in a process of its own, which is given the bytes and ends with them: what a made-up picture does to its reader stays
 * there. It is killed when the signal is aborted.
 * @throws FaultlineError as `readPhoto` does; the reason of the signal.
 */
export async function readPhotoInChild(request: PhotoRequest, signal: AbortSignal): Promise<PhotoReading> {
  signal.throwIfAborted();
  // What is refused anyway needs no process.
  photoFormat(request.bytes);
  const child = startChild(READER_ENTRY, PHOTO_LIMITS.heapMegabytes);
  const kill = (): void => void child.stop();
  signal.addEventListener('abort', kill, { once: true });
  try {
    child.begin(PHOTO_LIMITS);
    child.send({ kind: 'read-photo', request });
    return await received(child, signal);
  } finally {
    signal.removeEventListener('abort', kill);
    await child.stop();
  }
}

async function received(child: ReadingChild, signal: AbortSignal): Promise<PhotoReading> {
  const answer = await child.receive();
  signal.throwIfAborted();
  if ('end' in answer) {
    if (answer.end === 'out-of-time') throw new FaultlineError('deadline-exceeded', TOO_SLOW);
    if (answer.end === 'out-of-memory') throw new FaultlineError('limit-exceeded', TOO_MUCH);
    throw new FaultlineError('parse-failed', 'The photo could not be read: take it again.', { cause: answer.detail });
  }
  const { message } = answer;
  if (message.kind === 'photo-read') return message.reading;
  const code = message.kind === 'fault' ? PASSED_ON.find((known) => known === message.code) : undefined;
  if (code !== undefined && message.kind === 'fault') throw new FaultlineError(code, message.message);
  throw new FaultlineError('internal', 'The process that reads photos failed.', { cause: message });
}
