import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { runTold } from './test-support/run-told.ts';

let folder: string;
const run = (...words: string[]) => runTold(join(folder, 'home'), words);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-scope-'));
  await writeFile(join(folder, 'notes.md'), '# 维护说明\n\nThe cover bolts 端盖螺栓 take 17 N·m.\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('`ingest` takes what all of its files are about, and `documents` shows it', async () => {
  const words = ['--product', '冷却泵', '--model', 'KX730,ZR510', '--product-version', '3.1', '--serial-range', '1000-1499, 1700-1999'];
  expect((await run('ingest', join(folder, 'notes.md'), ...words)).code).toBe(0);
  const listed = z
    .array(
      z.object({
        versions: z.array(z.object({ scopeNames: z.array(z.object({ kind: z.string(), text: z.string(), source: z.string() })) })),
      }),
    )
    .parse(JSON.parse((await run('documents', '--json')).out));
  const said = listed[0]?.versions[0]?.scopeNames.filter(({ source }) => source === 'sender').map(({ kind, text }) => `${kind} ${text}`);
  expect(said).toEqual(['product 冷却泵', 'model KX730', 'model ZR510', 'version 3.1', 'serial-range 1000-1499, 1700-1999']);
  expect((await run('ingest', join(folder, 'notes.md'), '--variant', 'x'.repeat(81))).code).toBe(64);
});
