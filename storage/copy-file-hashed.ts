import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Copies a file to where there is none, on the disk when it returns, and gives the hash (lower-case hex) and size of what was read. */
export async function copyFileHashed(source: string, target: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  await mkdir(dirname(target), { recursive: true });
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = createReadStream(source);
  // Opened first, so that a source that is gone leaves no empty target.
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => resolve());
    stream.once('error', reject);
  });
  const file = await open(target, 'wx');
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      hash.update(piece);
      bytes += piece.length;
      await file.writeFile(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}
