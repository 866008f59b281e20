import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { readZip } from './read-zip.ts';

/** 1 January 2024, 00:00 in the format of ZIP entries. */
const DATE = ((2024 - 1980) << 9) | (1 << 5) | 1;
const UTF8_NAMES = 0x0800;
const TIMES = /<dcterms:(created|modified)([^>]*)>[^<]*</g;

/**
 * Packs an Office file again so that its bytes depend on its contents only: fixed times, entries stored without
 * compression (deflate differs between versions of zlib).
 */
export async function fixedZip(archive: Buffer): Promise<Buffer> {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of await readZip(archive, buffer)) {
    const fixed =
      name === 'docProps/core.xml' ? Buffer.from(data.toString('utf8').replace(TIMES, '<dcterms:$1$2>2024-01-15T08:00:00Z<')) : data;
    const nameBytes = Buffer.from(name, 'utf8');
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(UTF8_NAMES, 2);
    shared.writeUInt16LE(0, 4);
    shared.writeUInt16LE(0, 6);
    shared.writeUInt16LE(DATE, 8);
    shared.writeUInt32LE(crc32(fixed), 10);
    shared.writeUInt32LE(fixed.length, 14);
    shared.writeUInt32LE(fixed.length, 18);
    shared.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, nameBytes, fixed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, tail, nameBytes]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, central, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
