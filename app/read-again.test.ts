import { describe, expect, it } from 'vitest';
import type { Application } from './application.ts';
import { askQuestion } from './commands/ask-question.ts';
import { listDocuments } from './commands/list-documents.ts';
import { CALLER, ingest, NEVER, withApplication } from './test-support/workspace.ts';

const HEADER = 'Work order,Date,Asset,Description,Type,Downtime h';
const LOGS = [
  { uri: 'orders-2021.csv', text: `${HEADER}\nW1,2021-03-05,P-101,Seal leaks,CM,4\nW2,2021-05-06,P-101,Greased,PM,1\n` },
  { uri: '工单-2022.csv', text: `${HEADER}\nW3,2022-03-05,P-101,轴承过热,CM,7\n` },
] as const;

/** Begins to read a log again, as another version of the program would: its first chunk takes back what was read before. */
async function readAgain(application: Application, uri: string): Promise<void> {
  const documents = await listDocuments(application, CALLER);
  const version = documents.find(({ document }) => document.uri === uri)?.versions[0];
  if (version === undefined) throw new Error('the log was taken in');
  const chunk = { ordinal: 0, inputHash: 'other', carry: null, passages: [], records: [], excluded: [] };
  await application.ledger.stages.commitParsed(version.id, 'another program', chunk, []);
}

const ask = async (application: Application, question: string) => (await askQuestion(application, CALLER, { question }, NEVER)).content;

describe('while a log is read again', () => {
  it.each([
    ['How many work orders are there?', [[3]]],
    ['一共有多少张工单？', [[3]]],
    ['What is the total downtime of P-101?', [[12]]],
    ['P-101 的停机时间合计是多少？', [[12]]],
  ])('no figure is given that leaves its rows out: %s', async (question, whole) => {
    await withApplication(async (application) => {
      for (const log of LOGS) await ingest(application, log);
      expect((await ask(application, question)).claims[0]?.computed?.rows).toEqual(whole);
      await readAgain(application, '工单-2022.csv');
      const content = await ask(application, question);
      expect(content).toMatchObject({ decision: 'abstained', claims: [] });
      expect(content.missing).toContain('工单-2022.csv');
      expect(content.missing).not.toContain('orders-2021.csv');
    });
  });

  it.each(['What was the last work order of P-101?', 'P-101 最近一次维修是什么？'])(
    'no order is given as the last: %s',
    async (question) => {
      await withApplication(async (application) => {
        for (const log of LOGS) await ingest(application, log);
        expect((await ask(application, question)).claims[0]?.text).toContain('W3');
        await readAgain(application, '工单-2022.csv');
        const content = await ask(application, question);
        expect(content).toMatchObject({ decision: 'abstained', claims: [] });
        expect(content.missing).toContain('工单-2022.csv');
      });
    },
  );
});
