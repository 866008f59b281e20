import { expect, it } from 'vitest';
import { readHere } from '../ingest/index.ts';
import type { Application } from './application.ts';
import { askQuestion } from './commands/ask-question.ts';
import { refineChunks } from './pipeline/refine-chunks.ts';
import { CALLER, ingest, NEVER, withApplication } from './test-support/workspace.ts';

const HEADER = 'Work order,Date,Asset,Description,Type,Downtime h';
const WHOLE = { uri: 'orders-2021.csv', text: `${HEADER}\nW1,2021-03-05,P-101,Seal leaks,CM,4\n` };
const PART = { uri: '工单-2022.csv', text: `${HEADER}\nW2,2022-03-05,P-101,轴承过热,CM,7\n` };

/** Reads the rows of one log and says that there were more. */
const read: Application['read'] = async function* (request, signal) {
  for await (const event of readHere(request, signal, refineChunks)) {
    const isPart = event.kind === 'ended' && request.fileName === PART.uri;
    yield isPart ? { ...event, outcome: 'limit-exceeded', reason: 'The file has more rows than are read.' } : event;
  }
};

it.each([
  ['How many work orders are there?', 2, 'read only in part, so rows further on are not counted: 工单-2022.csv'],
  ['P-101 的停机时间合计是多少？', 11, '只读取了一部分，其后各行未计入：工单-2022.csv'],
  ['How many work orders were there in 2022?', 1, 'read only in part, so rows further on are not counted: 工单-2022.csv'],
])('a figure over a log of which only the first rows were read says so and names it: %s', async (question, figure, said) => {
  await withApplication(
    async (application) => {
      await ingest(application, WHOLE);
      const ask = async () => (await askQuestion(application, CALLER, { question }, NEVER)).content.claims[0];
      expect((await ask())?.text ?? '').not.toMatch(/in part|一部分/);
      await ingest(application, PART);
      const claim = await ask();
      expect(claim?.computed?.rows).toEqual([[figure]]);
      expect(claim?.text).toContain(said);
      expect(claim?.text).not.toContain(WHOLE.uri);
    },
    { read },
  );
});
