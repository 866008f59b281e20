import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeDurably } from './write-durably.ts';

/** Copies a file to where there is none, on the disk when it returns, and gives the hash (lower-case hex) and size of what was read. */
export async function copyFileHashed(source: string, target: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  await mkdir(dirname(target), { recursive: true });
  const stream = createReadStream(source);
  // Opened first, so that a source that is gone leaves no empty target.
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => resolve());
    stream.once('error', reject);
  });
  return writeDurably(target, stream);
}
