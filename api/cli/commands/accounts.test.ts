import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runTold, type Told } from '../test-support/run-told.ts';

const PASSWORD = '夜班 correct horse battery';

let home = '';
let said: Told;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'faultline-accounts-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function run(input: string, ...words: readonly string[]): Promise<number> {
  said = await runTold(home, words, input);
  return said.code;
}

describe('faultline accounts', () => {
  it('takes a password from standard input, keeps its hash alone, and lists, changes and removes by name', async () => {
    expect(await run(`${PASSWORD}\n`, 'accounts', 'add', '张工', '--role', 'engineer', '--labels', '维修,b')).toBe(0);
    expect(said.out).toBe('张工 can sign in\n');
    const files = await Promise.all(['ledger.db', 'ledger.db-wal'].map((name) => readFile(join(home, name), 'utf8').catch(() => '')));
    expect(files.join('')).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(files.join('')).not.toContain(PASSWORD);
    expect(await run('', 'accounts', 'role', '张工', '--role', 'reviewer')).toBe(0);
    expect(said.out).toMatch(/^张工 {2}reviewer {2}labels b,维修 {2}password of \S+ {2}acc_[0-9a-f]{32}\n$/);
    expect(await run(`another ${PASSWORD}`, 'accounts', 'password', '张工')).toBe(0);
    expect(await run('', 'accounts', 'remove', '张工')).toBe(0);
    await run('', 'accounts', 'list');
    expect(said.out).toMatch(/^张工 {2}reviewer .* removed /);
    await run('', 'audit', 'list');
    expect(said.out).toMatch(/account-removed[\s\S]*password-set[\s\S]*account-changed[\s\S]*account-created/);
  });

  it.each([
    ['no password', '', ['accounts', 'add', 'x', '--role', 'reader'], 64],
    ['a short password', 'short\n', ['accounts', 'add', 'x', '--role', 'reader'], 64],
    ['no role', `${PASSWORD}\n`, ['accounts', 'add', 'x'], 64],
    ['no such role', `${PASSWORD}\n`, ['accounts', 'add', 'x', '--role', 'boss'], 64],
    ['a name of blanks', `${PASSWORD}\n`, ['accounts', 'add', ' ', '--role', 'reader'], 64],
    ['a password as an argument', '', ['accounts', 'add', 'x', PASSWORD, '--role', 'reader'], 64],
    ['nobody', '', ['accounts', 'remove', 'nobody'], 66],
  ])('says what is wrong with %s', async (_, input, words, exit) => {
    expect(await run(input, ...words)).toBe(exit);
    expect(said.note).not.toBe('');
  });
});
