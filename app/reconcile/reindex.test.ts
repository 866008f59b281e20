import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedder } from '../../kernel/index.ts';
import { PROJECTION_TARGETS } from '../../ledger/index.ts';
import { openStaticEmbedder } from '../../models/index.ts';
import { askQuestion } from '../commands/ask-question.ts';
import { rebuildProjections } from '../commands/rebuild-projections.ts';
import { reconcileStores } from '../commands/reconcile-stores.ts';
import { loadConfig } from '../config.ts';
import { openApplication } from '../open-application.ts';
import { runPlantScript } from '../test-support/plant-script.ts';
import { rebuiltProjections, type WholeState, wholeState } from '../test-support/whole-state.ts';
import { CALLER, ingest, NEVER, openHome } from '../test-support/workspace.ts';

const QUESTION = 'P-101 振动过大的原因是什么？';
const ALL = { targets: PROJECTION_TARGETS };

let folder = '';
let whole: WholeState;
let digest = '';

const configFor = (home: string) => loadConfig({ home, logLevel: 'silent' }, {});

async function copyHome(name: string): Promise<string> {
  const home = join(folder, name);
  await cp(join(folder, 'sound'), home, { recursive: true });
  return home;
}

async function stateOf(home: string): Promise<WholeState> {
  const application = await openHome(home);
  try {
    expect(await reconcileStores(application, CALLER, { repair: false }, NEVER)).toMatchObject({ drift: [], faults: [] });
    return await wholeState(application);
  } finally {
    await application.close();
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-reindex-'));
  const application = await openHome(join(folder, 'sound'));
  await runPlantScript(application);
  whole = await wholeState(application);
  digest = (await askQuestion(application, CALLER, { question: QUESTION }, NEVER)).digest;
  await application.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('reindex', () => {
  it('makes an index of another analyser anew, which nobody opens otherwise', async () => {
    const home = await copyHome('foreign');
    const database = new Sqlite(join(home, 'search.db'));
    database.exec("update meta set value = 'another analyser'; update passage_content set tokens = 'other'");
    database.close();
    await expect(openHome(home)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('faultline reindex') });
    await rebuildProjections(configFor(home), { targets: ['search'] }, NEVER);
    expect(await stateOf(home)).toEqual(whole);
  });

  it.each(['search.db', 'graph.db'])('makes %s anew when it is no database any more, or is gone', async (file) => {
    for (const damage of [(path: string) => writeFile(path, 'x'.repeat(9_000)), (path: string) => rm(path)]) {
      const home = await copyHome(`damaged-${file}`);
      for (const ending of ['-wal', '-shm']) await rm(join(home, `${file}${ending}`), { force: true });
      await damage(join(home, file));
      await rebuildProjections(configFor(home), ALL, NEVER);
      expect(await stateOf(home)).toEqual(whole);
      await rm(home, { recursive: true });
    }
  });

  it('leaves those who search undisturbed, takes in what changes meanwhile, and nothing of its own behind', async () => {
    const home = await copyHome('live');
    const writer = await openHome(home);
    const reader = await openApplication(configFor(home), {
      readonly: true,
      audit: { note: () => undefined, flush: async () => undefined },
    });
    const ask = async () => (await askQuestion(reader, CALLER, { question: QUESTION }, NEVER)).digest;
    try {
      expect(await ask()).toBe(digest);
      const before = await reader.index.revision();
      let seenMeanwhile = '';
      const inner = openStaticEmbedder();
      const embedder: Embedder = {
        ...inner,
        embed: async (texts, signal) => {
          if (seenMeanwhile === '') {
            seenMeanwhile = await ask();
            await ingest(writer, { uri: 'late.md', text: '# P-900\n\nThe pump P-900 vibrates because its bearing is worn.\n' });
          }
          return inner.embed(texts, signal);
        },
      };
      await rebuildProjections(configFor(home), ALL, NEVER, { embedder });
      expect(seenMeanwhile).toBe(digest);
      expect((await askQuestion(reader, CALLER, { question: QUESTION }, NEVER)).content.decision).toBeDefined();
      expect(await reader.index.revision()).toBeGreaterThan(before);
      await ingest(writer, { uri: 'later.md', text: '# P-901\n\nP-901 轴承磨损。\n' });

      expect(await reconcileStores(writer, CALLER, { repair: false }, NEVER)).toMatchObject({ drift: [], faults: [] });
      const state = await wholeState(writer);
      expect(state.projections).toEqual(await rebuiltProjections(writer));
      expect(state.knowledge.filter((line) => line.includes('late.md'))).not.toEqual([]);
      expect(await ask()).toBe((await askQuestion(writer, CALLER, { question: QUESTION }, NEVER)).digest);
      for (const target of PROJECTION_TARGETS) expect(existsSync(join(home, `${target}.next.db`))).toBe(false);
    } finally {
      await reader.close();
      await writer.close();
    }
  });

  it('keeps a program of another version from reading or writing what was made anew', async () => {
    const home = await copyHome('other-version');
    const old = await openHome(home);
    try {
      const other: Embedder = { ...openStaticEmbedder(), model: 'another model' };
      await rebuildProjections(configFor(home), { targets: ['search'] }, NEVER, { embedder: other });
      const access = await old.ledger.accessFor(CALLER.tenant, 'all');
      await expect(old.index.candidates(access, { exact: ['P101'], n: 5 }, NEVER)).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('start this one again'),
      });
    } finally {
      await old.close();
    }
  });
});
