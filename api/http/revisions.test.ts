import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workJobs } from '../../app/index.ts';
import { answerSchema } from '../contract/answer.ts';
import { documentHistorySchema, documentSchema, uploadAnswerSchema } from '../contract/document.ts';
import { formOf, openService, type TestService } from './test-support/open-service.ts';

const NEVER = new AbortController().signal;
const manual = (torque: number) => `# 风机 K-640 手册

## 参数 Parameters

| 参数 | 数值 |
|---|---|
| 地脚螺栓拧紧力矩 (foundation bolt torque) | ${torque} N·m |
`;
const QUESTION = 'K-640 地脚螺栓的拧紧力矩是多少？';

let service: TestService;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

const put = async (id: string, name: string, text: string, fields: Record<string, string> = {}) => {
  const init = { method: 'PUT', body: formOf(name, text, fields) };
  const sent = await service.ask(uploadAnswerSchema, `/v1/documents/${id}`, init, 202);
  await workJobs(service.application, {}, NEVER);
  return sent;
};
const history = (id: string) => service.ask(documentHistorySchema, `/v1/documents/${id}`);
const claim = async (question: string) => (await service.post(answerSchema, '/v1/answers', { question })).content.claims[0]?.text;

describe('the revisions of a document', () => {
  it('are sent by PUT, ordered with the valid one first, asked for by label and taken back one by one', async () => {
    const first = await service.ingest('手册.md', manual(120), { uri: 'manual/K-640', documentNumber: 'OM-640', revision: '9' });
    const second = await put(first.id, '手册.md', manual(150), { documentNumber: 'OM-640', revision: '10' });
    expect([second.status, second.document.id]).toEqual(['new-version', first.id]);
    expect((await put(first.id, '手册.md', manual(150))).status).toBe('duplicate');
    const draft = await put(first.id, '草稿.md', manual(999), { documentNumber: 'OM-640', revision: '11', effective: '2020-01-01' });

    const { revisions } = await history(first.id);
    // A date goes before a label; what has none comes after what has one.
    expect(revisions.map(({ revision, age, sequence }) => [revision, age, sequence])).toEqual([
      ['11', 0, 3],
      ['10', 1, 2],
      ['9', 2, 1],
    ]);
    expect(await claim(QUESTION)).toContain('999 N·m');
    const taken = await service.http.request(`/v1/documents/${first.id}/versions/${draft.document.versionId}`, { method: 'DELETE' });
    expect(taken.status).toBe(204);
    expect(await claim(QUESTION)).toContain('150 N·m');
    expect(await claim('按版本 9，K-640 地脚螺栓的拧紧力矩是多少？')).toContain('120 N·m');

    const bytes = (version: string) => service.http.request(`/v1/documents/${first.id}/content?version=${version}`);
    expect(await (await bytes(first.versionId)).text()).toBe(manual(120));
    expect((await bytes(draft.document.versionId)).status).toBe(404);
    expect((await service.problem(`/v1/documents/${first.id}/content?version=9`)).code).toBe('invalid-request');
    const gone = `/v1/documents/${first.id}/versions/${draft.document.versionId}`;
    expect((await service.problem(gone, { method: 'DELETE' })).code).toBe('not-found');
  });

  it('may be several documents of one number, of which the authority decides', async () => {
    const site = { documentNumber: 'OM-77', revision: 'C' };
    const note = await service.ingest('note.md', manual(1), { uri: 'a-note', authority: 'log', ...site });
    const approved = await service.ingest('book.md', manual(2), { uri: 'the-book', authority: 'approved-manual', ...site, revision: 'A' });
    const { revisions } = await history(note.id);
    expect(revisions.map(({ documentId, age }) => [documentId, age])).toEqual([
      [approved.id, 0],
      [note.id, 1],
    ]);
    expect((await history(approved.id)).revisions).toEqual(revisions);
  });

  it('take their labels with them when they are taken back, and cannot change the site', async () => {
    const first = await service.ingest('a.txt', 'P-1 runs well.', { uri: 'labelled', labels: 'day' });
    const second = await put(first.id, 'b.txt', 'P-1 运行正常。', { labels: 'night' });
    const labelsOf = async () => {
      const listed = await service.application.ledger.documents.list(
        await service.application.ledger.accessFor(service.application.config.tenant, ['day']),
      );
      return listed.some(({ document }) => document.uri === 'labelled');
    };
    expect(await labelsOf()).toBe(false);
    await service.http.request(`/v1/documents/${first.id}/versions/${second.document.versionId}`, { method: 'DELETE' });
    expect(await labelsOf()).toBe(true);
    const moved = await service.problem(`/v1/documents/${first.id}`, { method: 'PUT', body: formOf('c.txt', 'P-1', { site: 'north' }) });
    expect([moved.code, moved.detail]).toEqual(['conflict', expect.stringContaining('"main"')]);
    const absent = await service.problem(`/v1/documents/doc_${'0'.repeat(32)}`, { method: 'PUT', body: formOf('c.txt', 'P-1', {}) });
    expect(absent.code).toBe('not-found');
    const named = await service.problem(`/v1/documents/${first.id}`, { method: 'PUT', body: formOf('c.txt', 'P-1', { uri: 'other' }) });
    expect(named.faults?.map(({ field }) => field)).toEqual(['form']);
    expect((await service.ask(documentSchema, `/v1/documents/${first.id}`)).outcome).toBe('visible');
  });
});
