import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerSchema } from '../contract/answer.ts';
import { openService, type TestService } from './test-support/open-service.ts';

const HEADER = 'Order,Equipment,Date,Description,Cost (EUR)';
const HEADER_ZH = '工单号,设备,日期,故障描述,费用（元）';
const rows = (first: number, machine: string, words: string, count: number) =>
  Array.from(
    { length: count },
    (_, at) => `${first + at},${machine}-${(at % 2) + 1},2024-0${(at % 8) + 1}-1${at % 9},${words} ${at},${100 + at}`,
  );

describe('a log that is called by its name', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await openService();
    await service.ingest('crane-orders.csv', `${[HEADER, ...rows(4001, 'CR', 'rope worn', 7)].join('\n')}\n`);
    await service.ingest('press-orders.csv', `${[HEADER, ...rows(5001, 'PR', 'oil leak', 5)].join('\n')}\n`);
    await service.ingest('锅炉维修表.csv', `${[HEADER_ZH, ...rows(6001, 'BL', '炉管泄漏', 6)].join('\n')}\n`);
  });
  afterAll(() => service.close());
  const ask = async (question: string) => (await service.post(answerSchema, '/v1/answers', { question })).content;
  const figure = async (question: string) => {
    const [claim] = (await ask(question)).claims;
    return claim?.kind === 'computed' ? claim.computed.rows : undefined;
  };

  it('alone is counted, and the figure names its file', async () => {
    expect(await figure('How many work orders are there in the crane log?')).toEqual([[7]]);
    expect((await ask('How many work orders are there in the press log?')).claims[0]?.text).toContain('press-orders.csv');
    expect(await figure('What do the orders of the press table cost in total?')).toEqual([[510]]);
    expect(await figure('How many work orders are there?')).toEqual([[18]]);
  });

  it('is refused where no log is called so', async () => {
    expect((await ask('How many work orders are there in the turbine log?')).decision).toBe('abstained');
  });
});
