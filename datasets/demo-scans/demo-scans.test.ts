import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generateDemoScans } from './generate-demo-scans.ts';

const HERE = import.meta.dirname;

it('the committed scans of the demo are those that the generator makes of the default seed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'demo-scans-'));
  try {
    const paths = await generateDemoScans({ seed: 1, folder });
    const kept = await Promise.all(['files', 'photos'].map(async (of) => (await readdir(join(HERE, of))).map((name) => `${of}/${name}`)));
    expect(kept.flat().sort()).toEqual([...paths].sort());
    // The noise of a scan is rounded otherwise by other processors: a picture is held by its size, which any other text changes.
    for (const path of paths) {
      const [committed, made] = [await readFile(join(HERE, path)), await readFile(join(folder, path))];
      expect(Math.abs(committed.length - made.length) / committed.length, path).toBeLessThan(0.01);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
