import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fail } from './failure.mjs';

/** In the form of `sha256sum`, which checks it too. */
export const CHECKSUMS = 'SHA256SUMS';

/** Paths of all files below a folder, from there, with `/`, in the order of their code points. Links have no place in a release. */
export function listFiles(folder, inner = '') {
  const files = [];
  for (const entry of readdirSync(join(folder, inner), { withFileTypes: true })) {
    const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
    if (entry.isDirectory()) files.push(...listFiles(folder, path));
    else if (entry.isFile()) files.push(path);
    else fail(`${join(folder, path)} is neither a file nor a folder: a release holds nothing else`);
  }
  return files.sort();
}

export async function checksumOf(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Lists every file of the folder with its checksum, but the list itself. */
export async function writeChecksums(folder) {
  const lines = [];
  for (const file of listFiles(folder)) {
    if (file !== CHECKSUMS) lines.push(`${await checksumOf(join(folder, file))}  ${file}\n`);
  }
  writeFileSync(join(folder, CHECKSUMS), lines.join(''));
}

/** What is not as the list says, a sentence each: files that differ, that are missing and that nobody listed. */
async function findFaults(folder) {
  const list = join(folder, CHECKSUMS);
  if (!existsSync(list)) return [`${CHECKSUMS} is missing`];
  const expected = new Map();
  for (const line of readFileSync(list, 'utf8').split('\n').filter(Boolean)) {
    const [, sum, file] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (file === undefined) return [`${CHECKSUMS} has a line that is none: ${line}`];
    expected.set(file, sum);
  }
  const faults = [];
  const found = new Set(listFiles(folder));
  for (const [file, sum] of expected) {
    if (!found.has(file)) faults.push(`${file} is missing`);
    else if ((await checksumOf(join(folder, file))) !== sum) faults.push(`${file} differs`);
  }
  for (const file of found) if (file !== CHECKSUMS && !expected.has(file)) faults.push(`${file} is not in the list`);
  return faults;
}

/** Ends with the first faults of the folder, where there are any. */
export async function checkChecksums(folder, advice) {
  const faults = await findFaults(folder);
  if (faults.length === 0) return;
  const more = faults.length > 5 ? `; and ${faults.length - 5} more` : '';
  fail(`${folder} is not as it was made: ${faults.slice(0, 5).join('; ')}${more}. ${advice}`);
}
