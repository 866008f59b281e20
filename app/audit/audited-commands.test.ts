import { describe, expect, it } from 'vitest';
import { sha256 } from '../../kernel/index.ts';
import { askQuestion } from '../commands/ask-question.ts';
import { deleteVersion } from '../commands/delete-version.ts';
import { getNeighbourhood } from '../commands/get-neighbourhood.ts';
import { listDocuments } from '../commands/list-documents.ts';
import { listAudit, proveAudit, verifyAudit } from '../commands/read-audit.ts';
import { searchPassages } from '../commands/search-passages.ts';
import { CALLER, ingest, NEVER, openHome, remove, withFolder } from '../test-support/workspace.ts';

const DOCUMENTS = [
  { uri: '手册.md', text: '# 手册\n\nP-101 振动过大的原因是轴承磨损。\n' },
  { uri: 'notes.txt', text: 'The seal leakage of P-102 is caused by dry running.\n' },
];
const QUESTION = 'P-101 振动过大的原因是什么？';

describe('what is asked and changed', () => {
  it('is in the trail with ids and digests, in no words of documents or questions, sealed when the folder is given back', async () => {
    await withFolder(async (home) => {
      const application = await openHome(home);
      for (const document of DOCUMENTS) await ingest(application, document);
      const answer = await askQuestion(application, CALLER, { question: QUESTION }, NEVER);
      await searchPassages(application, CALLER, { query: 'seal leakage', k: 3 }, NEVER);
      await getNeighbourhood(application, CALLER, { of: 'P-101', depth: 1, group: 20 }, NEVER);
      await ingest(application, { uri: '手册.md', text: '# 手册\n\nP-101 振动过大的原因是叶轮不平衡。\n' });
      const [manual] = (await listDocuments(application, CALLER)).filter(({ document }) => document.uri === '手册.md');
      const [newest] = manual?.versions ?? [];
      if (manual === undefined || newest === undefined) throw new Error('the manual is there');
      await deleteVersion(application, CALLER, { document: manual.document.id, version: newest.id }, NEVER);
      await remove(application, 'notes.txt');
      await application.close();

      const again = await openHome(home);
      const events = [...(await listAudit(again, CALLER, { limit: 100 }))].reverse();
      // What is asked is recorded some together and a little later, so only what each of the two writes has an order.
      expect(events.map(({ action, actor }) => `${action} by ${actor}`).sort()).toEqual([
        'document-deleted by local',
        'document-purged by system',
        'document-purged by system',
        'document-received by local',
        'document-received by local',
        'document-received by local',
        'graph-explored by local',
        'passages-searched by local',
        'question-answered by local',
        'version-deleted by local',
        'version-digested by system',
        'version-digested by system',
        'version-digested by system',
        'version-settled by system',
        'version-settled by system',
        'version-settled by system',
      ]);
      const answered = events.find(({ action }) => action === 'question-answered');
      expect(answered?.subject).toBe(sha256(QUESTION));
      expect(answered?.detail).toMatchObject({
        answer: answer.digest,
        decision: answer.content.decision,
        model: 'none',
        passages: [...new Set(answer.content.citations.map(({ passageId }) => passageId))].sort(),
        indexRevision: expect.any(Number),
      });
      const text = JSON.stringify(events);
      for (const words of ['振动', '轴承', 'seal leakage', 'dry running', '手册']) expect(text).not.toContain(words);

      const verified = await verifyAudit(again, CALLER, {}, NEVER);
      expect(verified).toMatchObject({ faults: [], sealed: events.length, waiting: 0 });
      expect((await proveAudit(again, CALLER, 1)).seals.at(-1)?.hash).toBe(verified.head?.hash);
      await expect(listAudit(again, { ...CALLER, labels: ['a'] }, { limit: 1 })).rejects.toMatchObject({ code: 'forbidden' });
      await again.close();
    });
  });
});
