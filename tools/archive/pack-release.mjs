import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'tar';
import { checksumOf, listFiles } from './installer/checksums.mjs';

/** The same files give the same bytes, whenever and by whom they are packed. */
const MADE_AT = new Date('2000-01-01T00:00:00Z');

/**
 * Packs a staged release into one archive that unpacks into a folder of its own name, and puts its checksum beside it.
 * @returns {Promise<{ archive: string, sha256: string }>}
 */
export async function packRelease(folder, out) {
  const { name, version, platform, arch } = JSON.parse(readFileSync(join(folder, 'release.json'), 'utf8'));
  const title = `${name}-${version}-${platform}-${arch}`;
  mkdirSync(out, { recursive: true });
  const archive = join(out, `${title}.tar.gz`);
  const unfinished = `${archive}.unfinished`;
  await create({ file: unfinished, cwd: folder, prefix: title, portable: true, mtime: MADE_AT, gzip: { level: 6 } }, listFiles(folder));
  const sha256 = await checksumOf(unfinished);
  renameSync(unfinished, archive);
  writeFileSync(`${archive}.sha256`, `${sha256}  ${title}.tar.gz\n`);
  return { archive, sha256 };
}
