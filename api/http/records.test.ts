import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureSchema, rowsPageSchema } from '../contract/aggregate.ts';
import { openService, type TestService } from './test-support/open-service.ts';

const ORDERS = [
  'Order No,Date,Equipment,Short text,Downtime h',
  '1,2024-03-01 23:30,P-201,轴承更换,4',
  '2,2024-05-09,p201,=HYPERLINK("http://x"),2',
  '3,2023-01-01,P-202,inspection,',
  '4,,P-201,"seal, leaking",9',
].join('\n');

let service: TestService;
beforeAll(async () => {
  service = await openService();
  await service.ingest('工单.csv', ORDERS, { revision: 'B', documentNumber: 'WO-7' });
});
afterAll(() => service.close());

const csv = (path: string, body: unknown) =>
  service.http.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/csv' },
    body: JSON.stringify(body),
  });

describe('figures over HTTP', () => {
  it('tell zone and empty cells of each column, and how many groups there are', async () => {
    const { aggregate } = await service.post(figureSchema, '/v1/records/aggregate', {
      from: 'work-order',
      groupBy: [{ kind: 'time', field: 'date', unit: 'day', zone: '+08:00' }],
      measures: [{ kind: 'count' }, { kind: 'median', field: 'duration' }],
      having: { kind: 'not', condition: { kind: 'null', measure: 1 } },
      orderBy: [{ by: 'measure', index: 1, direction: 'descending' }],
      limit: 2,
    });
    expect(aggregate.columns).toEqual([
      { name: 'date:day', nulls: 1, zone: '+08:00' },
      { name: 'count', nulls: 0 },
      { name: 'median:duration', nulls: 1 },
    ]);
    expect(aggregate.rows).toEqual([
      [null, 1, 9],
      ['2024-03-02', 1, 4],
    ]);
    expect([aggregate.groups, aggregate.matched]).toEqual([3, 4]);
  });

  it('give the rows of one group page by page, however its cells are written', async () => {
    const query = { from: 'work-order', groupBy: [{ kind: 'field', field: 'asset' }] };
    const { aggregate } = await service.post(figureSchema, '/v1/records/aggregate', query);
    const [pump] = aggregate.keys;
    expect(aggregate.rows[0]).toEqual(['P-201', 3]);
    const first = await service.post(rowsPageSchema, '/v1/records/rows', { ...query, group: pump, limit: 2 });
    const second = await service.post(rowsPageSchema, '/v1/records/rows', { ...query, group: pump, limit: 2, cursor: first.next });
    expect([...first.rows, ...second.rows].map((row) => row.columns['order-number']?.text)).toEqual(['2', '1', '4']);
    expect([first.matched, first.proof, second.next]).toEqual([3, second.proof, undefined]);
  });

  it('come as CSV with all of their rows, where each stands, and what they were asked for', async () => {
    const response = await csv('/v1/records/aggregate', { from: 'work-order', measures: [{ kind: 'sum', field: 'duration' }] });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    const text = await response.text();
    expect(text).toMatch(
      /^# query: .*\r\n# matched: 4\r\n# proof: [0-9a-f]{64}\r\n# empty sum:duration: 1\r\n# figure: sum:duration = 15\r\n/,
    );
    expect(text.endsWith('# rows: 4\r\n')).toBe(true);
    const rows: Record<string, string>[] = parse(text, { columns: true, comment: '#', comment_no_infix: true, bom: true });
    expect(rows.map((row) => [row['document number'], row.revision, row.row, row.line, row.text])).toEqual([
      ['WO-7', 'B', '1', '2', '轴承更换'],
      ['WO-7', 'B', '2', '3', `'=HYPERLINK("http://x")`],
      ['WO-7', 'B', '3', '4', 'inspection'],
      ['WO-7', 'B', '4', '5', 'seal, leaking'],
    ]);
  });

  it('come as CSV of one group too', async () => {
    const response = await csv('/v1/records/rows', { from: 'work-order', groupBy: [{ kind: 'field', field: 'asset' }], group: ['i:P202'] });
    const rows: string[][] = parse(await response.text(), { comment: '#', comment_no_infix: true, bom: true });
    expect(rows).toHaveLength(2);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['/v1/records/aggregate', { having: { kind: 'compare', measure: 3, operator: '>', value: 1 } }, 'having'],
    ['/v1/records/aggregate', { groupBy: [{ kind: 'time', field: 'date', unit: 'day', zone: 'Europe/Berlin' }] }, 'groupBy.0.zone'],
    ['/v1/records/aggregate', { measures: [{ kind: 'percentile', field: 'cost', fraction: 2 }] }, 'measures.0.fraction'],
    ['/v1/records/aggregate', { where: { kind: 'compare', field: 'cost', operator: '; drop', value: 1 } }, 'where.operator'],
    ['/v1/records/rows', { groupBy: [{ kind: 'field', field: 'asset' }], group: [] }, 'group'],
  ])('refuse what they cannot do, naming the field: %s %j', async (path, change, field) => {
    const problem = await service.problem(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: 'work-order', ...change }),
    });
    expect([problem.status, problem.detail?.includes(field)]).toEqual([400, true]);
  });
});
