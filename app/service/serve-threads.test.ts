import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadConfig } from '../config.ts';
import { CALLER, ingest, NEVER, openHome, withFolder } from '../test-support/workspace.ts';
import { converse, streamConversation } from './converse.ts';
import { serveThreads } from './serve-threads.ts';
import { serveHere } from './service.ts';

const QUESTIONS = ['P-101 机械密封泄漏的原因是什么?', 'What does alarm E-2041 mean?'];
const DOCUMENTS = [
  { uri: '规程.md', text: '# P-101 检修\n\nP-101 机械密封泄漏的原因:轴承磨损。\n' },
  { uri: 'alarms.md', text: '# Alarms\n\n| Code | Meaning |\n| --- | --- |\n| E-2041 | Bearing temperature of P-101 is high |\n' },
];

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8');
}

it('answers on threads with the same bytes as in one thread, streams, writes, and ends what nobody waits for', async () => {
  await withFolder(async (folder) => {
    const home = join(folder, 'home');
    const application = await openHome(home);
    for (const document of DOCUMENTS) await ingest(application, document);
    const here = serveHere(application);
    const threads = await serveThreads(loadConfig({ home, readers: 2, logLevel: 'silent' }, {}));
    try {
      for (const question of QUESTIONS) {
        const [one, other] = await Promise.all([here, threads].map((service) => service.askQuestion(CALLER, { question }, NEVER)));
        expect(JSON.stringify(other?.content)).toBe(JSON.stringify(one?.content));
      }
      const kinds: string[] = [];
      for await (const event of streamConversation(threads, CALLER, { question: QUESTIONS[0] ?? '', conversationId: 'c' }, NEVER)) {
        kinds.push(event.kind);
        if (event.kind === 'done') expect(event.answer.envelope.conversation).toEqual({ id: 'c', turn: 1 });
      }
      expect([kinds[0], kinds.at(-1)]).toEqual(['start', 'done']);
      const followUp = await converse(threads, CALLER, { question: '那怎么隔离？', conversationId: 'c' }, NEVER);
      expect(followUp.content.resolution?.question).toBe('P-101：怎么隔离？');
      const left = new AbortController();
      const abandoned = threads.streamAnswer(CALLER, { question: QUESTIONS[1] ?? '' }, left.signal);
      expect((await abandoned.next()).value).toMatchObject({ kind: 'start' });
      left.abort(new Error('the reader left'));
      await expect(abandoned.next()).rejects.toThrow('the reader left');

      const lines: string[] = [];
      for await (const some of threads.exportKnowledge(CALLER, undefined, NEVER)) lines.push(...some);
      expect(lines.length).toBeGreaterThan(DOCUMENTS.length);
      for await (const some of threads.exportKnowledge(CALLER, undefined, NEVER)) {
        expect(lines).toEqual(expect.arrayContaining([...some]));
        break;
      }

      await expect(threads.askQuestion(CALLER, { question: ' ' }, NEVER)).rejects.toMatchObject({ code: 'invalid-request' });
      const gone = new AbortController();
      const unwanted = threads.searchPassages(CALLER, { query: '轴承', k: 3 }, gone.signal);
      gone.abort(new Error('the caller left'));
      await expect(unwanted).rejects.toThrow('the caller left');

      const kept = await threads.keepBytes(CALLER, bytesOf('泵 P-77 振动。'));
      const { document, job } = await threads.acceptDocument(CALLER, { kept, fileName: '振动.txt', claims: {} }, NEVER);
      if (job === undefined) throw new Error('a new document has a job');
      for await (const event of threads.followJob(CALLER, { job }, NEVER)) expect(event.kind).not.toBe('dead');
      expect((await threads.getDocument(CALLER, document.id, NEVER)).versions[0]?.outcome).toBe('visible');
      await threads.deleteDocument(CALLER, document.id, NEVER);
      await expect(threads.getDocument(CALLER, document.id, NEVER)).rejects.toMatchObject({ code: 'not-found' });
    } finally {
      await threads.stop();
      await application.close();
    }
  });
});

it('says why a data folder cannot be opened', async () => {
  await withFolder(async (folder) => {
    await expect(serveThreads(loadConfig({ home: join(folder, 'x\0'), logLevel: 'silent' }, {}))).rejects.toThrow();
  });
});
