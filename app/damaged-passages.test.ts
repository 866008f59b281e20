import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { PassageId, VersionId } from '../kernel/index.ts';
import type { Application } from './application.ts';
import { askQuestion } from './commands/ask-question.ts';
import { coverVersions, verifyAudit } from './commands/read-audit.ts';
import { reconcileStores } from './commands/reconcile-stores.ts';
import { showPassage } from './commands/show-passage.ts';
import { readerAccess } from './reader-access.ts';
import { CALLER, ingest, NEVER, openHome, withFolder } from './test-support/workspace.ts';

const MANUALS = [
  { uri: '泵手册.md', text: '# 泵手册\n\nP-600 联轴器螺栓的拧紧力矩为 48 N·m。\n' },
  { uri: 'pump manual.md', text: '# Pump manual\n\nThe tightening torque of the coupling bolts of P-600 is 48 N·m.\n' },
] as const;
const QUESTIONS = ['P-600 联轴器螺栓的拧紧力矩是多少？', 'What is the tightening torque of the coupling bolts of P-600?'] as const;

/** As somebody would who can write the file: 48 becomes 99. */
function edit(home: string, statement = "update passage set text = replace(text, '48', '99') where text like '%48%'"): void {
  const database = new Sqlite(join(home, 'ledger.db'));
  database.exec(statement);
  database.close();
}

/** The passage of the one document that holds some words, and the first one of all. */
async function storedOf(application: Application, words: string): Promise<readonly [holding: PassageId, first: PassageId]> {
  const access = await readerAccess(application, CALLER);
  const [document] = await application.ledger.passages.documents(access);
  const all = document === undefined ? [] : await application.ledger.passages.range(access, document.version.id, 0, 100);
  const holding = all.find(({ passage }) => passage.text.includes(words));
  if (holding === undefined || all[0] === undefined) throw new Error(`no passage says ${words}`);
  return [holding.passage.id, all[0].passage.id];
}

async function withManual<Out>(index: 0 | 1, work: (application: Application, home: string) => Promise<Out>): Promise<Out> {
  return withFolder(async (folder) => {
    const home = join(folder, 'home');
    const application = await openHome(home);
    try {
      await ingest(application, MANUALS[index]);
      return await work(application, home);
    } finally {
      await application.close();
    }
  });
}

/** What is changed in the ledger by hand, and the part that is then not what was read. */
const EDITS: readonly (readonly [part: string, statement: string])[] = [
  ['passages', `update passage set content_json = replace(content_json, 'start', 'begin') where has_record = 1`],
  ['records', 'delete from record where ordinal = 1'],
  ['facts', 'delete from evidence where fact in (select fact from evidence limit 1)'],
];

describe('a ledger', () => {
  it.each(EDITS)('of which %s were changed is named by the audit', async (part, statement) => {
    await withFolder(async (folder) => {
      const home = join(folder, 'home');
      const application = await openHome(home);
      await ingest(application, {
        uri: '工单 orders.csv',
        text: 'Date,Asset,Symptom,Hours\n2024-01-11,P-101,机械密封泄漏,4\n2024-02-11,P-102,seal leakage,2\n',
      });
      await ingest(application, { uri: '手册.md', text: '# 手册\n\nP-101 振动过大的原因是轴承磨损。\n' });
      edit(home, statement);
      const { content } = await verifyAudit(application, CALLER, { content: true }, NEVER);
      expect(content?.damaged.map(({ parts }) => parts)).toEqual([[part]]);
      await application.close();
    });
  });

  it('of before digests says what is not covered, until it is', async () => {
    await withManual(0, async (application, home) => {
      edit(home, "delete from audit_event where action = 'version-digested'");
      expect((await verifyAudit(application, CALLER, { content: true }, NEVER)).content).toMatchObject({ checked: 0, uncovered: 1 });
      expect(await coverVersions(application, CALLER, NEVER)).toBe(1);
      expect((await verifyAudit(application, CALLER, { content: true }, NEVER)).content).toMatchObject({ checked: 1, uncovered: 0 });
    });
  });
});

describe.each([0, 1] as const)('a passage that was edited in the ledger (%i)', (index) => {
  it('is answered from before, and refused after, with the name of its document', async () => {
    await withManual(index, async (application, home) => {
      const question = { question: QUESTIONS[index] };
      const before = (await askQuestion(application, CALLER, question, NEVER)).content;
      expect(before).toMatchObject({ decision: 'answered' });
      expect(before.claims[0]?.text).toContain('48');
      edit(home);
      const after = (await askQuestion(application, CALLER, question, NEVER)).content;
      expect(after).toMatchObject({ decision: 'abstained', reason: 'damaged-source', claims: [], citations: [] });
      expect(after.missing).toContain(index === 0 ? '《泵手册》' : '“Pump manual”');
      expect(JSON.stringify(after)).not.toContain('99');
    });
  });

  it('is not drawn as what was read, neither itself nor beside another one', async () => {
    await withManual(index, async (application, home) => {
      const [stored, heading] = await storedOf(application, '48');
      const drawn = await showPassage(application, CALLER, { passage: heading });
      edit(home);
      await expect(showPassage(application, CALLER, { passage: stored })).rejects.toMatchObject({ code: 'damaged-bytes' });
      const [after] = (await showPassage(application, CALLER, { passage: heading })).pictures;
      expect(after?.png.length).toBeGreaterThan(0);
      expect(after).not.toEqual(drawn.pictures[0]);
    });
  });

  it('is named by the audit, and not spread by a reconciliation', async () => {
    await withManual(index, async (application, home) => {
      expect(await verifyAudit(application, CALLER, { content: true }, NEVER)).toMatchObject({
        content: { checked: 1, uncovered: 0, damaged: [] },
      });
      edit(home);
      const title = index === 0 ? '泵手册' : 'Pump manual';
      const { faults, content } = await verifyAudit(application, CALLER, { content: true }, NEVER);
      expect(faults).toEqual([]);
      expect(content).toMatchObject({ checked: 1, damaged: [{ title, parts: ['passages'] }] });
      const held = await application.index.digest({ kind: 'version', id: content?.damaged[0]?.version ?? ('none' as VersionId) });
      const found = await reconcileStores(application, CALLER, { repair: true }, NEVER);
      expect(found).toMatchObject({ repaired: false, refused: [{ title }] });
      expect(await application.index.digest({ kind: 'version', id: found.refused[0]?.version ?? ('none' as VersionId) })).toBe(held);
    });
  });
});
