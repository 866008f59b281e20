import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { type Clock, FaultlineError, RecentMap } from '../kernel/index.ts';

/** A document that is read in many ranges, one request each, is not hashed for each of them. */
const HELD_TRUE_MILLISECONDS = 60_000;
const FILES_REMEMBERED = 256;

/**
 * Hashes the bytes of a blob as they are on the disk now. A file that was not written to since is taken at its word for a minute.
 * @throws FaultlineError `damaged-bytes` when they are not what the hash (lower-case hex) says; `ENOENT` when there are none.
 */
export function makeCheckBytes(clock: Clock): (path: string, sha256: string) => Promise<void> {
  const seen = new RecentMap<string, { readonly sha256: string; readonly at: number }>(FILES_REMEMBERED);
  return async (path, sha256) => {
    const file = await open(path, 'r');
    try {
      const { dev, ino, size, mtimeNs, ctimeNs } = await file.stat({ bigint: true });
      const state = [path, dev, ino, size, mtimeNs, ctimeNs].join(' ');
      const known = seen.get(state);
      const isFresh = known !== undefined && Math.abs(clock.now() - known.at) < HELD_TRUE_MILLISECONDS;
      const found = isFresh ? known.sha256 : await hashOf(file.createReadStream({ autoClose: false }));
      if (!isFresh) seen.set(state, { sha256: found, at: clock.now() });
      if (found !== sha256) throw damagedBytes();
    } finally {
      await file.close();
    }
  };
}

function damagedBytes(): FaultlineError {
  return new FaultlineError(
    'damaged-bytes',
    'The kept bytes of this document are not those that came in: they were changed or damaged on the disk. Send the document again, or restore a backup.',
  );
}

async function hashOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of bytes) hash.update(piece);
  return hash.digest('hex');
}
