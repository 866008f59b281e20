import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { fail } from '../support/failure.mjs';

const LONGEST_END_BLOCK = 65_557;
const DEFLATED = 8;

/** Writes the files of a zip that lie below `prefix` and are wanted to a folder. Returns how many. */
export function unzip(archive, prefix, isWanted, into) {
  const file = openSync(archive, 'r');
  const bytes = (length, position) => {
    const buffer = Buffer.alloc(length);
    readSync(file, buffer, 0, length, position);
    return buffer;
  };
  const extract = (inner, { method, stored, local }) => {
    if (inner.split('/').includes('..')) fail(`odd name in the archive: ${inner}`);
    const header = bytes(30, local);
    const body = bytes(stored, local + 30 + header.readUInt16LE(26) + header.readUInt16LE(28));
    mkdirSync(dirname(join(into, inner)), { recursive: true });
    writeFileSync(join(into, inner), method === DEFLATED ? inflateRawSync(body) : body);
  };
  try {
    const { size } = fstatSync(file);
    const endBlock = bytes(Math.min(size, LONGEST_END_BLOCK), Math.max(0, size - LONGEST_END_BLOCK));
    const end = endBlock.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    if (end < 0 || endBlock.readUInt32LE(end + 16) === 0xffffffff) fail('the file is no zip archive of the kind expected');
    const index = bytes(endBlock.readUInt32LE(end + 12), endBlock.readUInt32LE(end + 16));
    let files = 0;
    for (let at = 0; at + 46 <= index.length; ) {
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => index.readUInt16LE(at + offset));
      const name = index.toString('utf8', at + 46, at + 46 + nameLength);
      const inner = name.slice(prefix.exec(name)?.[0].length ?? name.length);
      if (inner !== '' && !inner.endsWith('/') && isWanted(inner)) {
        extract(inner, { method: index.readUInt16LE(at + 10), stored: index.readUInt32LE(at + 20), local: index.readUInt32LE(at + 42) });
        files += 1;
      }
      at += 46 + nameLength + extraLength + commentLength;
    }
    return files;
  } finally {
    closeSync(file);
  }
}
