import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveLedger } from '../../ledger/index.ts';
import { examineHome } from '../commands/examine-home.ts';
import { loadConfig } from '../config.ts';
import { ingest, NEVER, openHome } from '../test-support/workspace.ts';
import { checkNode } from './check-machine.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-doctor-'));
  const application = await openHome(join(folder, 'sound'));
  await ingest(application, { uri: '手册.md', text: '# 手册\n\nP-101 振动过大的原因是轴承磨损。\n' });
  await application.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function examine(home: string, clock = { now: Date.now }) {
  const lines = await examineHome(loadConfig({ home, logLevel: 'silent' }, {}), NEVER, { clock });
  return new Map(lines.map((line) => [line.name, line]));
}

const statement = (home: string, file: string, sql: string) => {
  const database = new Sqlite(join(home, file));
  database.exec(sql);
  database.close();
};

/** What is done to a sound folder, and the line that must say so, with what to do. */
const TROUBLES: readonly (readonly [string, (home: string) => unknown, line: string, level: string])[] = [
  ['a search file that is no database', (home) => writeFile(join(home, 'search.db'), 'x'.repeat(9_000)), 'file search.db', 'fail'],
  ['a graph file that is gone', (home) => rm(join(home, 'graph.db')), 'file graph.db', 'fail'],
  ['an index of another analyser', (home) => statement(home, 'search.db', "update meta set value = 'other'"), 'stores', 'fail'],
  [
    'a ledger of a newer program',
    (home) => statement(home, 'ledger.db', "update kysely_migration set name = '9999-later' where name like '0001%'"),
    'schema',
    'fail',
  ],
  [
    'a ledger that was moved to another place',
    (home) => {
      const file = (name: string) => ({ kind: 'sqlite', path: join(home, name) }) as const;
      const move = { source: file('ledger.db'), target: file('elsewhere.db'), clock: { now: Date.now }, place: 'elsewhere' };
      return moveLedger(move, async () => undefined, NEVER);
    },
    'ledger',
    'fail',
  ],
  ['a job that was given up', (home) => statement(home, 'ledger.db', "update job set state = 'dead'"), 'jobs', 'warn'],
  [
    'units that nobody projects',
    (home) => statement(home, 'ledger.db', 'update outbox set pending = 1, raised_at = 1000'),
    'projections',
    'warn',
  ],
  [
    'documents that a program of before read',
    (home) => statement(home, 'ledger.db', "update stage_chunk set tool = '0' where stage = 'extracted'"),
    'reading',
    'warn',
  ],
  ['bytes that are gone', (home) => rm(join(home, 'blobs', 'default'), { recursive: true }), 'bytes', 'fail'],
  [
    'bytes of no document',
    async (home) => {
      const [shelf = ''] = (await readdir(join(home, 'blobs', 'default'))).filter((name) => name.length === 2);
      await writeFile(join(home, 'blobs', 'default', shelf, `${shelf}${'0'.repeat(62)}`), 'x');
    },
    'bytes',
    'warn',
  ],
];

describe('doctor', () => {
  it('finds a sound folder well, line by line', async () => {
    const lines = await examine(join(folder, 'sound'));
    expect([...lines.values()].filter(({ level, name }) => level !== 'ok' && name !== 'free-space')).toEqual([]);
    for (const name of [
      'node',
      'data-folder',
      'file ledger.db',
      'schema',
      'projections',
      'jobs',
      'bytes',
      'clock',
      'module better-sqlite3',
    ]) {
      expect(lines.has(name)).toBe(true);
    }
  });

  it.each(TROUBLES)('names %s and what to do', async (_, damage, name, level) => {
    const home = await mkdtemp(join(folder, 'ill-'));
    await cp(join(folder, 'sound'), home, { recursive: true });
    await damage(home);
    const line = (await examine(home)).get(name);
    expect(line).toMatchObject({ level, remedy: expect.stringMatching(/\w/) });
  });

  it('reads documents again when it is to look deep, and names one that is kept otherwise or whose bytes are damaged', async () => {
    const deep = async (home: string) => {
      const lines = await examineHome(loadConfig({ home, logLevel: 'silent' }, {}), NEVER, { deep: true });
      return lines.find(({ name }) => name === 'documents');
    };
    expect(await deep(join(folder, 'sound'))).toMatchObject({ level: 'ok' });
    const edited = await mkdtemp(join(folder, 'ill-'));
    await cp(join(folder, 'sound'), edited, { recursive: true });
    statement(edited, 'ledger.db', "update passage set text = replace(text, '轴承', '叶轮')");
    expect(await deep(edited)).toMatchObject({ level: 'fail', detail: expect.stringContaining('手册.md') });
    const flipped = await mkdtemp(join(folder, 'ill-'));
    await cp(join(folder, 'sound'), flipped, { recursive: true });
    const shelves = await readdir(join(flipped, 'blobs', 'default'), { recursive: true, withFileTypes: true });
    const blob = shelves.find((entry) => entry.isFile());
    if (blob === undefined) throw new Error('the folder keeps bytes');
    await writeFile(join(blob.parentPath, blob.name), '# 手册\n\nP-101 振动过大的原因是叶轮磨损。\n');
    expect(await deep(flipped)).toMatchObject({ level: 'fail', detail: expect.stringContaining('bytes are damaged') });
  });

  it('sees that the clock went back', async () => {
    const line = (await examine(join(folder, 'sound'), { now: () => 1_000_000 })).get('clock');
    expect(line?.level).toBe('fail');
  });

  it('makes no folder where there is none, and refuses an old Node.js', async () => {
    const lines = await examine(join(folder, 'nowhere'));
    expect(lines.get('data-folder')?.level).toBe('warn');
    expect(await readdir(folder)).not.toContain('nowhere');
    expect(checkNode('18.20.4').level).toBe('fail');
    expect(checkNode('20.19.0').level).toBe('ok');
  });
});
