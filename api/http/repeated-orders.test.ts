import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerSchema } from '../contract/answer.ts';
import { openService, type TestService } from './test-support/open-service.ts';

const HEADER = 'Order No,Date,Equipment,Short text,Downtime h';
const JANUARY = [
  '501,2024-01-03,P-501,seal leaking,4',
  '502,2024-01-09,P-501,轴承更换,6',
  // One order of two rows: both count.
  '503,2024-01-20,P-502,inspection,1',
  '503,2024-01-20,P-502,oil changed,1',
];
const LATER = ['504,2024-02-02,P-501,seal leaking again,2'];
/** Another department numbers its own orders, some of them alike. */
const OTHERS = ['501,2024-03-03,P-501,impeller worn,3'];

let service: TestService;
beforeAll(async () => {
  service = await openService();
  await service.ingest('january.csv', [HEADER, ...JANUARY].join('\n'));
  await service.ingest('全年.csv', [HEADER, ...JANUARY, ...LATER].join('\n'));
  await service.ingest('workshop.csv', [HEADER, ...OTHERS].join('\n'));
});
afterAll(() => service.close());

const claims = async (question: string) =>
  (await service.post(answerSchema, '/v1/answers', { question })).content.claims.map(({ text }) => text);

describe('orders that stand in two logs', () => {
  it('count once, which is said', async () => {
    const [count] = await claims('How many work orders were there in 2024?');
    expect(count).toMatch(/^6 work orders .*; 4 more rows repeat orders of another document and are not counted again$/);
    const [hours] = await claims('P-501 2024年总共停机多少小时？');
    expect(hours).toMatch(/15 h，.*；另有 2 行在其他文件中重复，未重复计算$/);
  });

  it('are listed once', async () => {
    const listed = await claims('What work was done on P-501?');
    expect(listed).toHaveLength(4);
  });

  it('count as they stand where one document is asked about', async () => {
    const january = await service.send('january.csv', [HEADER, ...JANUARY].join('\n'));
    const { content } = await service.post(answerSchema, '/v1/answers', {
      question: 'How many work orders were there in 2024?',
      scope: { documents: [january.document.id] },
    });
    expect(content.claims[0]?.text).toMatch(/^4 work orders [^;]*$/);
  });
});
