import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { packageFile } from '../../../app/index.ts';
import { readFieldQuestions } from './read-field-questions.ts';

const SHIPPED = packageFile('datasets', 'field-questions');
const folder = await mkdtemp(join(tmpdir(), 'faultline-questions-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the field questions', () => {
  it('of both parts are well formed, with ids of their own and turns that follow one another', async () => {
    const [development, sealed] = await Promise.all([readFieldQuestions(SHIPPED, 'development'), readFieldQuestions(SHIPPED, 'sealed')]);
    const all = [...development, ...sealed];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const later = all.filter(({ turn }) => turn > 1);
    for (const { conversation, turn } of later) {
      expect(all.some((other) => other.conversation === conversation && other.turn === turn - 1)).toBe(true);
    }
    expect(all.length).toBeGreaterThanOrEqual(360);
    expect(sealed.length).toBeGreaterThanOrEqual(360 / 3);
  });

  it('that were sealed are refused when they are others', async () => {
    await cp(SHIPPED, folder, { recursive: true });
    await writeFile(join(folder, 'sealed.jsonl.gz'), gzipSync('{}\n'));
    await expect(readFieldQuestions(folder, 'sealed')).rejects.toMatchObject({ code: 'conflict' });
  });

  it('name the line that is none', async () => {
    await writeFile(join(folder, 'development.jsonl'), '\n{"id": "x"}\n');
    await expect(readFieldQuestions(folder, 'development')).rejects.toThrow('Line 2');
  });
});
