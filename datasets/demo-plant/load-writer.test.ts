import { expect, it } from 'vitest';
import { loadWriter } from './load-writer.ts';

it('tells a library that is not installed from one that is broken', async () => {
  const absent = 'no-such-library';
  await expect(loadWriter(() => import(absent))).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('checkout') });
  const broken = new SyntaxError('broken');
  await expect(loadWriter(() => Promise.reject(broken))).rejects.toBe(broken);
  expect(await loadWriter(async () => 'a library')).toBe('a library');
});
