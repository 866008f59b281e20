import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generateDemoDrawings } from './generate-demo-drawings.ts';

const HERE = import.meta.dirname;

it('the committed sheets of the demo are those that the generator makes of the default seed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'demo-drawings-'));
  try {
    const paths = await generateDemoDrawings({ seed: 1, folder });
    const kept = await Promise.all(
      ['files', 'other-forms'].map(async (of) =>
        (await readdir(join(HERE, of), { recursive: true, withFileTypes: true }))
          .filter((one) => one.isFile())
          .map(({ parentPath, name }) => join(parentPath, name).slice(HERE.length + 1)),
      ),
    );
    expect(kept.flat().sort()).toEqual([...paths].sort());
    for (const path of paths) {
      const [committed, made] = [await readFile(join(HERE, path)), await readFile(join(folder, path))];
      // Other processors may round the greys of a scan otherwise: it is held by its size.
      if (path.endsWith('.png')) expect(Math.abs(committed.length - made.length) / committed.length, path).toBeLessThan(0.01);
      else expect(committed.equals(made), path).toBe(true);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it('bear tags that the manuals and logs of the demo plant use', async () => {
  const logs = await readFile(join(HERE, '..', 'demo-plant', 'files', 'work-orders-101.csv'), 'utf8');
  const sheet = await readFile(join(HERE, 'files', 'CWS-PID-101-C.dxf'), 'utf8');
  const shared = [...new Set(sheet.match(/\b[A-Z]{1,3}-\d{3,4}[AB]?\b/gu) ?? [])].filter((tag) => logs.includes(tag));
  expect(shared).toEqual(expect.arrayContaining(['P-101A', 'P-101B', 'E-102']));
  const oneLine = await readFile(join(HERE, 'files', 'CWS-SLD-101-B.dxf'), 'utf8');
  expect(['M-101A', 'M-101B', 'VFD-101A', 'SS-101B', 'MCC-1', 'P-103'].filter((tag) => !oneLine.includes(tag))).toEqual([]);
});
