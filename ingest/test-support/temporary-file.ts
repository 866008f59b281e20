import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];
afterAll(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A path of this name in a new folder of the system's temporary files, which goes when the tests of this file are over. */
export async function temporaryPath(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-test-'));
  made.push(folder);
  return join(folder, name);
}

/** Writes a file to such a path and returns it. */
export async function temporaryFile(name: string, content: string | Uint8Array): Promise<string> {
  const path = await temporaryPath(name);
  await writeFile(path, content);
  return path;
}
