import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Manifest, manifestEntryOf, parseManifest } from './index.ts';

const HERE = import.meta.dirname;
const DATA = process.env.FAULTLINE_DATA ?? join(HERE, '..', '..', 'shared', 'data');

async function readManifest(file: string): Promise<Manifest> {
  return parseManifest(JSON.parse(await readFile(file, 'utf8')));
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe('a manifest', () => {
  const manifest = parseManifest({
    set: 'one',
    source: 'somewhere',
    licence: 'MIT',
    documents: [
      { glob: 'one/**/*.md', expected: 'visible' },
      { path: 'one/bad.md', expected: ['damaged', 'empty'] },
    ],
  });

  it('finds the entry of a file, a path before a glob', () => {
    expect(manifestEntryOf(manifest, 'one/bad.md')?.expected).toEqual(['damaged', 'empty']);
    expect(manifestEntryOf(manifest, 'one/说明.md')?.expected).toBe('visible');
    expect(manifestEntryOf(manifest, 'one/a/b/c.md')?.expected).toBe('visible');
  });

  it('says nothing of a file that it does not name', () => {
    expect(manifestEntryOf(manifest, 'one/a.mdx')).toBeUndefined();
    expect(manifestEntryOf(manifest, 'two/a.md')).toBeUndefined();
  });

  it('is refused when it names an outcome that does not exist', () => {
    expect(() => parseManifest({ ...manifest, documents: [{ path: 'x', expected: 'fine' }] })).toThrow('expected');
  });
});

describe('the manifest of the demo plant', () => {
  it('names the committed documents', async () => {
    const folder = join(HERE, 'demo-plant', 'files');
    const manifest = await readManifest(join(folder, 'manifest.json'));
    const documents = (await readdir(folder)).filter((name) => name !== 'manifest.json' && name !== 'gold.jsonl');
    expect(documents.filter((name) => manifestEntryOf(manifest, name) === undefined)).toEqual([]);
    expect(manifest.documents.length).toBe(documents.length);
  });
});

describe.skipIf(!existsSync(DATA))('the manifests of the public sets (need FAULTLINE_DATA)', () => {
  it('stand for every set and cover every file of it', async () => {
    const sets = (await readdir(DATA, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(sets.length).toBeGreaterThan(15);
    for (const set of sets) {
      const manifest = await readManifest(join(HERE, set, 'manifest.json'));
      expect(manifest.set).toBe(set);
      const files = (await filesOf(join(DATA, set))).map((file) => relative(DATA, file).split(sep).join('/'));
      expect(files.filter((file) => manifestEntryOf(manifest, file) === undefined)).toEqual([]);
      for (const entry of manifest.documents) {
        const used = files.some((file) => manifestEntryOf(manifest, file) === entry);
        expect(used, `${set}: ${'path' in entry ? entry.path : entry.glob} names a file`).toBe(true);
      }
    }
  });
});
