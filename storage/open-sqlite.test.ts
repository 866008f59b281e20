import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FaultlineError } from '../kernel/index.ts';
import { flushSqlite, openSqlite } from './open-sqlite.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'faultline-sqlite-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('openSqlite', () => {
  it('opens a durable write-ahead database in a folder that it makes', () => {
    const database = openSqlite(join(folder, 'data', 'ledger.db'));
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(database.pragma('synchronous', { simple: true })).toBe(2);
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
    database.close();
  });

  it('lets a read-only connection see what the writer committed, and nothing be written through it', () => {
    const path = join(folder, 'ledger.db');
    const writer = openSqlite(path);
    writer.exec("create table part(name text) strict; insert into part values ('机械密封')");
    const reader = openSqlite(path, { readonly: true });
    expect(reader.prepare('select name from part').pluck().get()).toBe('机械密封');
    expect(() => reader.exec('delete from part')).toThrow(/readonly/);
    reader.close();
    writer.close();
  });

  it('has every commit in the file itself after a flush, where commits are not durable one by one', () => {
    const path = join(folder, 'graph.db');
    const writer = openSqlite(path, { durable: 'at-flush' });
    expect(writer.pragma('synchronous', { simple: true })).toBe(1);
    writer.exec("create table part(name text) strict; insert into part values ('叶轮')");
    flushSqlite(writer);
    copyFileSync(path, join(folder, 'file-alone.db'));
    const alone = openSqlite(join(folder, 'file-alone.db'));
    expect(alone.prepare('select name from part').pluck().get()).toBe('叶轮');
    alone.close();
    writer.close();
  });

  it('says storage-failed for a file that is no database', () => {
    const path = join(folder, 'ledger.db');
    writeFileSync(path, 'not a database, but long enough to look like something else entirely');
    expect(() => openSqlite(path)).toThrow(FaultlineError);
  });
});
