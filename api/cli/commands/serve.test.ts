import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runTold } from '../test-support/run-told.ts';
import { whileServed } from '../test-support/while-served.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'faultline-serve-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

describe('a service that starts', { timeout: 120_000 }, () => {
  it('warns of nothing on loopback', async () => {
    await whileServed(home, [], async ({ notes }) => {
      expect(notes).toMatch(/^it answers /m);
      expect(notes).not.toContain('Warning');
    });
  });

  it('warns on every address where it lets nobody in, and where keys would be read on the way', async () => {
    await whileServed(home, ['--host', '0.0.0.0'], async ({ address, notes }) => {
      expect(notes).toMatch(/^Warning: it answers nobody.* → /m);
      expect((await fetch(`${address.replace('0.0.0.0', '127.0.0.1')}/v1/documents`)).status).toBe(401);
    });
    expect((await runTold(home, ['keys', 'create', 'tablet', '--role', 'reader'])).code).toBe(0);
    await whileServed(home, ['--host', '0.0.0.0'], async ({ notes }) => {
      expect(notes).not.toContain('Warning: it answers');
      expect(notes).toMatch(/^Warning: .*plain http.* → /m);
    });
  });
});
