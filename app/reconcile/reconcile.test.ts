import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashParts } from '../../kernel/index.ts';
import { askQuestion } from '../commands/ask-question.ts';
import { reconcileStores } from '../commands/reconcile-stores.ts';
import { runPlantScript } from '../test-support/plant-script.ts';
import { rebuiltProjections, type WholeState, wholeState } from '../test-support/whole-state.ts';
import { CALLER, NEVER, openHome } from '../test-support/workspace.ts';

const QUESTIONS = ['P-101 振动过大的原因是什么？', 'What does alarm E101 mean?'];
const STRANGER = `ver_${hashParts(['a version that the ledger never had'])}`;

interface Damage {
  readonly file: 'search' | 'graph' | 'ledger';
  readonly sql: string;
  /** A kind of drift or, in brackets, a fault inside the store that must be named. */
  readonly found: string;
}

const DAMAGES: Readonly<Record<string, Damage>> = {
  'a passage is gone with all that was derived of it': {
    file: 'search',
    sql: `delete from passage where place = 1; delete from passage_content where place = 1; delete from passage_vector where place = 1`,
    found: 'differs',
  },
  'all passages of a version are gone': { file: 'search', sql: 'delete from passage; delete from passage_content', found: 'missing' },
  'a passage bears the labels of another document': {
    file: 'search',
    sql: `update passage set label_set = 'lbl_${hashParts(['x'])}' where place = 2`,
    found: 'differs',
  },
  'a passage stands under another version': {
    file: 'search',
    sql: `update passage set unit = '${STRANGER}' where place = 2`,
    found: 'extra',
  },
  'a passage has other words': { file: 'search', sql: "update passage_content set tokens = 'ghost' where place = 1", found: 'differs' },
  'a passage holds an identifier too many': {
    file: 'search',
    sql: `update passage_content set exact = '["X999"]' where place = 1`,
    found: 'differs',
  },
  'the lists of a passage cannot be read': {
    file: 'search',
    sql: "update passage_content set scope = 'not a list' where place = 1",
    found: '[contents that are no lists]',
  },
  'a passage is of no kind': { file: 'search', sql: "update passage set kind = 'poem' where place = 1", found: 'unreadable' },
  'a vector is gone': { file: 'search', sql: 'delete from passage_vector where place = 1', found: 'differs' },
  'a vector is another': {
    file: 'search',
    sql: 'update passage_vector set vector = zeroblob(length(vector)) where place = 1',
    found: 'differs',
  },
  'sign bits are others': {
    file: 'search',
    sql: 'update passage_vector set signs = zeroblob(length(signs)) where place = 1',
    found: '[sign bits that are not those of their vector]',
  },
  'an identifier is gone': { file: 'search', sql: 'delete from passage_exact', found: '[identifiers missing]' },
  'an identifier is there that no passage has': {
    file: 'search',
    sql: "insert into passage_exact (identifier, place) values ('X999', 1)",
    found: '[identifiers too many]',
  },
  'a scope key is gone': { file: 'search', sql: 'delete from passage_scope', found: '[scope keys missing]' },
  'postings are gone': {
    file: 'search',
    sql: "insert into passage_token (passage_token) values ('delete-all')",
    found: '[passages with other postings than tokens]',
  },
  'postings are there of no passage': {
    file: 'search',
    sql: "insert into passage_token (rowid, tokens) values (900001, 'ghost 轴承')",
    found: '[passages with other postings than tokens]',
  },
  'a length is another': {
    file: 'search',
    sql: 'update passage set length = 1000 where place = 1',
    found: '[passages of another length than their content]',
  },
  'a version is there that the ledger never had': {
    file: 'search',
    sql: `insert into passage (id, unit, run, revision, version_id, document_id, label_set, language, kind, length)
            select 'psg_${hashParts(['ghost'])}', '${STRANGER}', 1, 1, version_id, document_id, label_set, language, kind, 1 from passage where place = 2;
          insert into passage_content (place, tokens, exact, scope) select max(place), 'ghost', '[]', '[]' from passage;
          insert into passage_token (rowid, tokens) select max(place), 'ghost' from passage`,
    found: 'extra',
  },
  'a version is of a later generation than the ledger ever gave': {
    file: 'search',
    sql: 'update unit set generation = generation + 100',
    found: 'ahead',
  },
  'an edge is gone': { file: 'graph', sql: 'delete from edge where fact = (select min(fact) from edge)', found: 'differs' },
  'an edge says something else': { file: 'graph', sql: "update edge set predicate = 'HAS_PART', n = n + 7", found: 'differs' },
  'an edge is there twice': {
    file: 'graph',
    sql: `insert into edge (unit, fact, from_key, to_key, predicate, version_id, label_set, n, run)
            select unit, 'fct_${hashParts(['ghost'])}', from_key, to_key, predicate, version_id, label_set, n, run from edge limit 1`,
    found: 'differs',
  },
  'edges of a version are there that the ledger never had': {
    file: 'graph',
    sql: `insert into edge select '${STRANGER}', fact, from_key, to_key, predicate, version_id, label_set, n, run from edge`,
    found: 'extra',
  },
  'an edge has a predicate that there is not': { file: 'graph', sql: "update edge set predicate = 'EATS'", found: 'unreadable' },
  'a node is gone': { file: 'graph', sql: 'delete from node where key = (select min(key) from node)', found: 'missing' },
  'a node belongs to another entity': {
    file: 'graph',
    sql: `update node set entity = 'ent_${hashParts(['x'])}' where key = (select min(key) from node)`,
    found: 'differs',
  },
  'the graph is empty': { file: 'graph', sql: 'delete from edge; delete from node; delete from unit', found: 'missing' },
  'keys are of a later generation than the ledger ever gave': { file: 'graph', sql: 'update unit set generation = 9000', found: 'ahead' },
  'the ledger went back in time': {
    file: 'ledger',
    sql: 'update unit set generation = 1; update outbox set generation = 1, pending = 0',
    found: 'ahead',
  },
};

let folder = '';
let whole: WholeState;
let answers: readonly string[] = [];

async function answersOf(application: Parameters<typeof askQuestion>[0]): Promise<readonly string[]> {
  const digests: string[] = [];
  for (const question of QUESTIONS) digests.push((await askQuestion(application, CALLER, { question }, NEVER)).digest);
  return digests;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-reconcile-'));
  const application = await openHome(join(folder, 'sound'));
  await runPlantScript(application);
  whole = await wholeState(application);
  answers = await answersOf(application);
  await application.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('reconcile', () => {
  it('finds nothing where nothing is wrong, and says how much it compared', async () => {
    const application = await openHome(join(folder, 'sound'));
    try {
      const found = await reconcileStores(application, CALLER, { repair: true }, NEVER);
      expect(found).toMatchObject({ drift: [], faults: [], repaired: false });
      expect(found.compared).toBeGreaterThan(10);
    } finally {
      await application.close();
    }
  });

  it.each(Object.keys(DAMAGES))('finds and repairs: %s', async (name) => {
    const { file, sql, found } = DAMAGES[name] ?? { file: 'search', sql: '', found: '' };
    const home = join(folder, 'damaged');
    await cp(join(folder, 'sound'), home, { recursive: true });
    const database = new Sqlite(join(home, `${file}.db`));
    database.exec(sql);
    database.close();
    const application = await openHome(home);
    try {
      const looked = await reconcileStores(application, CALLER, { repair: false }, NEVER);
      const named = [...looked.drift.map(({ kind }) => kind), ...looked.faults.map(({ what }) => `[${what.replace(/^\d+ /, '')}]`)];
      expect(named).toContain(found);
      expect(looked.repaired).toBe(false);

      const repaired = await reconcileStores(application, CALLER, { repair: true }, NEVER);
      expect(repaired.repaired).toBe(true);
      const state = await wholeState(application);
      expect(state).toEqual(whole);
      expect(state.projections).toEqual(await rebuiltProjections(application));
      expect(await answersOf(application)).toEqual(answers);
      expect(await reconcileStores(application, CALLER, { repair: true }, NEVER)).toMatchObject({ drift: [], faults: [] });
    } finally {
      await application.close();
      await rm(home, { recursive: true });
    }
  });
});
