import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadConfig } from '../config.ts';
import { withFolder } from '../test-support/workspace.ts';
import { holdFolder, SERVICE_FILE } from './hold-folder.ts';

const clock = { now: () => Date.UTC(2026, 10, 29) };

it('lets one service have a folder of files, names it to the next, and lets that have it when the first is done', async () => {
  await withFolder(async (home) => {
    const config = loadConfig({ home }, {});
    const release = holdFolder(config, clock);
    expect(() => holdFolder(config, clock)).toThrow(
      new RegExp(`A service runs on the data folder .* already: process ${process.pid} on .*, since 2026-11-29T00:00:00.000Z`, 'u'),
    );
    release();
    release();
    holdFolder(config, clock)();
  });
});

it('takes the folder over from a process that was killed', async () => {
  await withFolder(async (home) => {
    const config = loadConfig({ home }, {});
    const hold = `const { default: Sqlite } = await import('better-sqlite3');
      const database = new Sqlite(process.argv[1]);
      database.pragma('journal_mode = WAL');
      database.exec('create table holder (one integer primary key, process integer, host text, since text)');
      database.prepare('insert into holder values (1, ?, ?, ?)').run(process.pid, 'plant-7', '2026-11-28');
      database.exec('begin immediate');
      console.log('held');
      setInterval(() => undefined, 1000);`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', hold, join(home, SERVICE_FILE)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(other, 'exit');
    await once(other.stdout, 'data');
    expect(() => holdFolder(config, clock)).toThrow(`process ${other.pid} on plant-7, since 2026-11-28`);
    other.kill('SIGKILL');
    await ended;
    holdFolder(config, clock)();
  });
});

it('holds nothing where the ledger is on a server, on which several serve', () => {
  const config = loadConfig({ home: '/nowhere/at/all', ledgerUrl: 'postgres://u:p@h/d' }, {});
  expect(holdFolder(config, clock)()).toBeUndefined();
});
