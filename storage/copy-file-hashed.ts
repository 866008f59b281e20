import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readRegularFile } from './read-regular-file.ts';
import { writeDurably } from './write-durably.ts';

/**
 * Copies a regular file to where there is none, on the disk when it returns, and gives the hash (lower-case hex) and size of what
 * was read. @throws FaultlineError `invalid-request` for a source that is no regular file.
 */
export async function copyFileHashed(source: string, target: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  await mkdir(dirname(target), { recursive: true });
  const pieces = readRegularFile(source);
  // Opened first, so that a source that is gone leaves no empty target.
  const first = await pieces.next();
  return writeDurably(target, startingWith(first.done === true ? EMPTY : first.value, pieces));
}

const EMPTY = new Uint8Array(0);

async function* startingWith(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}
