import type { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import { failed, ok, type Result } from '../../kernel/index.ts';
import type { ReadFault } from '../parser/read-fault.ts';

export interface ArchiveEntry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly compressedBytes: number;
  readonly source: Entry;
}

/** An open zip file; `close` it. Names with `..`, absolute names and sizes beyond the declared ones make reading fail. */
export interface Archive {
  readonly entryCount: number;
  eachEntry(): AsyncIterable<ArchiveEntry>;
  readStream(entry: ArchiveEntry): Promise<Readable>;
  close(): void;
}

/** Opens a zip file by its central directory. */
export async function openArchive(path: string): Promise<Result<Archive, ReadFault>> {
  const { openPromise } = await import('yauzl');
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  } catch (error) {
    const message = error instanceof Error ? error.message : 'unknown error';
    return failed({ outcome: 'damaged', reason: `The file is damaged or cut short: its zip directory cannot be read (${message}).` });
  }
  return ok({
    entryCount: zip.entryCount,
    async *eachEntry() {
      for await (const entry of zip.eachEntry()) {
        yield { name: entry.fileName, encrypted: entry.isEncrypted(), compressedBytes: entry.compressedSize, source: entry };
      }
    },
    readStream: (entry) => zip.openReadStreamPromise(entry.source),
    close: () => zip.close(),
  });
}
