import { describe, expect, it } from 'vitest';
import type { Application } from '../application.ts';
import { CALLER, ingest, NEVER, withApplication } from '../test-support/workspace.ts';
import { askQuestion } from './ask-question.ts';
import { diagnoseFault } from './diagnose-fault.ts';
import { receiveDocument } from './receive-document.ts';
import { workJobs } from './work-jobs.ts';

const FORMS = {
  en: {
    read: { uri: 'pump.md', text: '# Pump P-101\n\nThe pump P-101 has a rated flow of 65 m³/h.\n' },
    waiting: { uri: 'compressor.md', text: '# Compressor K-201\n\nThe oil quantity of the compressor K-201 is 38 L.\n' },
    question: 'What is the oil quantity of the compressor K-201?',
    fault: 'The compressor K-201 trips on high discharge temperature',
    answer: '38 L',
  },
  zh: {
    read: { uri: '水泵.md', text: '# 循环水泵 P-101\n\nP-101 的额定流量为 65 m³/h。\n' },
    waiting: { uri: '压缩机.md', text: '# 压缩机 K-201\n\nK-201 压缩机的加油量为 38 L。\n' },
    question: 'K-201 压缩机的加油量是多少？',
    fault: 'K-201 压缩机排气温度高跳机',
    answer: '38 L',
  },
} as const;

async function said(application: Application, form: (typeof FORMS)['en' | 'zh'], caller = CALLER) {
  const { content, envelope } = await askQuestion(application, caller, { question: form.question }, NEVER);
  const { beingRead } = await diagnoseFault(application, caller, { fault: form.fault, observations: [] }, NEVER);
  const names = [envelope.beingRead, beingRead].map((files) => (files?.named ?? []).some(({ fileName }) => fileName === form.waiting.uri));
  return { decision: content.decision, names, content };
}

describe.each(['en', 'zh'] as const)('an answer that is kept back while files are being read, in %s', (language) => {
  const form = FORMS[language];

  it('names them to who may read them, until they are read', async () => {
    await withApplication(async (application) => {
      await ingest(application, form.read);
      const source = (async function* () {
        yield Buffer.from(form.waiting.text, 'utf8');
      })();
      await receiveDocument(application, CALLER, {
        source,
        fileName: form.waiting.uri,
        uri: form.waiting.uri,
        claims: { labels: ['维修'] },
      });
      const before = await said(application, form);
      expect(before.decision).not.toBe('answered');
      expect(before.names).toEqual([true, true]);
      expect((await said(application, form, { ...CALLER, labels: [] })).names).toEqual([false, false]);
      await workJobs(application, {}, NEVER);
      const after = await said(application, form);
      expect(after.content.claims.map(({ text }) => text).join()).toContain(form.answer);
      expect(after.names).toEqual([false, false]);
    });
  });
});
