import { describe, expect, it } from 'vitest';
import type { AggregateQuery } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { CALLER, ingest, NEVER, withApplication } from '../test-support/workspace.ts';
import { aggregateRecords } from './aggregate-records.ts';
import { exportFigure } from './export-figure.ts';
import { pageRecords } from './page-records.ts';
import { receiveDocument } from './receive-document.ts';
import { workJobs } from './work-jobs.ts';

const HEADER = 'Work order,Date,Asset,Description,Type,Downtime h';
const READ = { uri: 'orders-2021.csv', text: `${HEADER}\nW1,2021-03-05,P-101,Seal leaks,CM,4\n` };
const WAITING = { uri: '工单-2022.csv', text: `${HEADER}\nW2,2022-03-05,P-101,轴承过热,CM,7\n` };
const QUERY: AggregateQuery = {
  from: 'work-order',
  where: { kind: 'all', filters: [] },
  groupBy: [],
  measures: [{ kind: 'count' }],
  orderBy: [],
  limit: 1,
};

async function namesIn(application: Application, caller = CALLER) {
  const figure = await aggregateRecords(application, caller, { query: QUERY, rows: 0 }, NEVER);
  const page = await pageRecords(application, caller, { query: QUERY, offset: 0, limit: 10 }, NEVER);
  let csv = '';
  for await (const piece of exportFigure(application, caller, { query: QUERY }, NEVER)) csv += piece;
  return {
    rows: [figure.aggregate.matched, page.matched],
    named: [figure.beingRead, page.beingRead].map((logs) => logs.map(({ fileName }) => fileName)),
    inCsv: /^# being read[^\r]*$/m.exec(csv)?.[0],
  };
}

describe('figures, their rows and their export', () => {
  it('name the logs that are being read for the first time, to who may read them, until their rows are there', async () => {
    await withApplication(async (application) => {
      await ingest(application, READ);
      const bytes = (async function* () {
        yield Buffer.from(WAITING.text, 'utf8');
      })();
      await receiveDocument(application, CALLER, { source: bytes, fileName: WAITING.uri, uri: WAITING.uri, claims: { labels: ['维修'] } });
      const seen = await namesIn(application);
      expect(seen).toMatchObject({ rows: [1, 1], named: [[WAITING.uri], [WAITING.uri]] });
      expect(seen.inCsv).toContain(WAITING.uri);
      const stranger = { ...CALLER, labels: [] };
      expect(await namesIn(application, stranger)).toEqual({ rows: [1, 1], named: [[], []], inCsv: undefined });
      await workJobs(application, {}, NEVER);
      expect(await namesIn(application)).toEqual({ rows: [2, 2], named: [[], []], inCsv: undefined });
    });
  });
});
