import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** Writes to where there is no file, on the disk when it returns, and gives the hash (lower-case hex) and size of what was written. */
export async function writeDurably(
  path: string,
  source: AsyncIterable<Uint8Array>,
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of source) {
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
