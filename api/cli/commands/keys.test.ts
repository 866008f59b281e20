import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runTold, type Told } from '../test-support/run-told.ts';

const madeSchema = z.object({ id: z.string(), name: z.string(), secret: z.string(), expiresAt: z.string().optional() });

let home = '';
let said: Told;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'faultline-keys-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function run(...words: readonly string[]): Promise<number> {
  said = await runTold(home, words);
  return said.code;
}

describe('faultline keys', () => {
  it('shows a key once, keeps it nowhere, lists and revokes it by its name', async () => {
    expect(await run('--json', 'keys', 'create', '巡检', '--role', 'technician', '--labels', '维修,maintenance')).toBe(0);
    const { secret, id } = madeSchema.parse(JSON.parse(said.out));
    expect(secret).toMatch(/^flk_[A-Za-z0-9_-]{43}$/);
    for (const file of ['ledger.db', 'ledger.db-wal'])
      expect(await readFile(join(home, file), 'latin1').catch(() => '')).not.toContain(secret.slice(4));
    await run('keys', 'list');
    expect(said.out).toMatch(new RegExp(`^巡检  technician  labels maintenance,维修  until \\S+  never used  ${id}\n$`));
    expect(await run('keys', 'revoke', '巡检')).toBe(0);
    await run('keys', 'list');
    expect(said.out).toContain('revoked');
    await run('audit', 'list');
    expect(said.out).toMatch(/api-key-revoked[\s\S]*api-key-created/);
  });

  it('prints the key alone on standard output, so that a script can keep it', async () => {
    await run('keys', 'create', 'mes', '--role', 'reader', '--lasting');
    expect(said.out).toMatch(/^flk_\S{43}\n$/);
    expect(said.note).toContain('shown this once');
  });

  it.each([
    [['keys', 'create', 'x', '--role', 'boss'], 64],
    [['keys', 'create', 'x'], 64],
    [['keys', 'create', ' ', '--role', 'reader'], 64],
    [['keys', 'create', 'x', '--role', 'reader', '--days', '0'], 64],
    [['keys', 'create', 'x', '--role', 'reader', '--labels', 'a b'], 64],
    [['keys', 'revoke', 'nobody'], 66],
  ])('says what is wrong with %j', async (words, exit) => {
    expect(await run(...words)).toBe(exit);
    expect(said.note).not.toBe('');
  });
});
