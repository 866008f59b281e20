import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passageListSchema } from '../contract/document.ts';
import { openService, type TestService } from './test-support/open-service.ts';

const MANUAL = new URL('../../datasets/demo-plant/files/CWS-OM-4101-ZH.pdf', import.meta.url);
const PNG = [0x89, 0x50, 0x4e, 0x47];

let service: TestService;
let path = '';
beforeAll(async () => {
  service = await openService();
  const document = await service.ingest('手册.pdf', await readFile(MANUAL));
  path = `/v1/documents/${document.id}`;
}, 900_000);
afterAll(() => service.close());

async function picture(address: string): Promise<Uint8Array> {
  const response = await service.http.request(address);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
  return new Uint8Array(await response.arrayBuffer());
}

describe('a page as a picture', () => {
  it('shows the page, and marks the boxes of a passage on it', async () => {
    const { passages } = await service.ask(passageListSchema, `${path}/passages?limit=1000`);
    const anchor = passages.flatMap(({ anchors }) => anchors).find((one) => one.kind === 'page' && one.page > 2);
    if (anchor?.kind !== 'page') throw new Error('the manual has no passage on a page');
    const boxes = anchor.boxes.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].join(',')).join(';');
    const plain = await picture(`${path}/pages/${anchor.page}`);
    const marked = await picture(`${path}/pages/${anchor.page}?boxes=${boxes}`);
    expect([...plain.slice(0, 4)]).toEqual(PNG);
    expect(Buffer.from(marked).equals(Buffer.from(plain))).toBe(false);
  });

  it('refuses pages and boxes that do not exist', async () => {
    expect((await service.problem(`${path}/pages/999`)).code).toBe('no-page-image');
    expect((await service.problem(`${path}/pages/0`)).faults?.[0]?.field).toBe('path.page');
    expect((await service.problem(`${path}/pages/1?boxes=1,2,3`)).faults?.[0]?.field).toBe('query.boxes');
    expect((await service.problem(`${path}/pages/1?boxes=5,5,1,1`)).code).toBe('invalid-request');
  });

  it('says that a text has no pages', async () => {
    const text = await service.ingest('notes.txt', '记录 notes of the shift');
    expect((await service.problem(`/v1/documents/${text.id}/pages/1`)).code).toBe('no-page-image');
  });
});
