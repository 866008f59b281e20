import { failed, ok, type Result } from '../../kernel/index.ts';
import type { ReadLimits } from '../parser/document-parser.ts';
import type { ReadFault } from '../parser/read-fault.ts';
import { openArchive } from './open-archive.ts';

/** Small entries compress without bound and harm nobody; the ratio is held against larger ones. */
const RATIO_FREE_BYTES = 1_000_000;

/**
 * Names of the entries of a zip file, after a full trial decompression within the limits: number of entries, sum of bytes,
 * ratio of each entry. The libraries that read packages hold no such limits themselves. Declared sizes are not trusted:
 * reading stops as soon as the real bytes break a limit.
 */
export async function scanArchive(path: string, limits: ReadLimits): Promise<Result<ReadonlySet<string>, ReadFault>> {
  const opened = await openArchive(path);
  if (!opened.ok) return opened;
  const archive = opened.value;
  const names = new Set<string>();
  let total = 0;
  try {
    if (archive.entryCount > limits.maxEntries) return failed(breach(`more than ${limits.maxEntries} parts`));
    for await (const entry of archive.eachEntry()) {
      if (entry.encrypted) return failed({ outcome: 'encrypted', reason: 'The file is protected by a password; store it without one.' });
      names.add(entry.name);
      if (names.size > limits.maxEntries) return failed(breach(`more than ${limits.maxEntries} parts`));
      let bytes = 0;
      for await (const chunk of await archive.readStream(entry)) {
        bytes += (chunk as Buffer).length;
        total += (chunk as Buffer).length;
        if (total > limits.maxDecompressedBytes) return failed(breach(`more than ${limits.maxDecompressedBytes} bytes when unpacked`));
        if (bytes > RATIO_FREE_BYTES && bytes > limits.maxRatio * Math.max(1, entry.compressedBytes)) {
          return failed(breach(`a part that unpacks to more than ${limits.maxRatio} times its size`));
        }
      }
    }
    return ok(names);
  } catch (error) {
    return failed({
      outcome: 'damaged',
      reason: `The file is damaged: a part of its zip package cannot be unpacked (${messageOf(error)}).`,
    });
  } finally {
    archive.close();
  }
}

function breach(what: string): ReadFault {
  return { outcome: 'limit-exceeded', reason: `The zip package has ${what}; it is not read, since it may be made to exhaust the reader.` };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown error';
}
