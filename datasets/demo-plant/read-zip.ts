import type { Readable } from 'node:stream';
import { fromBuffer } from 'yauzl';

export interface ZipEntry {
  readonly name: string;
  readonly data: Buffer;
}

/** All files of an archive in the archive's order, folders left out. */
export function readZip(archive: Buffer, collect: (stream: Readable) => Promise<Buffer>): Promise<ZipEntry[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(archive, { lazyEntries: true }, (openError, zip) => {
      if (openError !== null) return reject(openError);
      const entries: ZipEntry[] = [];
      zip.on('error', reject);
      zip.on('end', () => resolve(entries));
      zip.on('entry', (entry) => {
        if (entry.fileName.endsWith('/')) return zip.readEntry();
        zip.openReadStream(entry, (readError, stream) => {
          if (readError !== null) return reject(readError);
          collect(stream).then((data) => {
            entries.push({ name: entry.fileName, data });
            zip.readEntry();
          }, reject);
        });
      });
      zip.readEntry();
    });
  });
}
