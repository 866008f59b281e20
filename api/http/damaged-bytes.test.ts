import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocumentId } from './read-id.ts';
import { openService, type TestService } from './test-support/open-service.ts';

const MANUAL = new URL('../../datasets/demo-plant/files/CWS-OM-4101-ZH.pdf', import.meta.url);

let service: TestService;
let path = '';
beforeAll(async () => {
  service = await openService();
  const bytes = await readFile(MANUAL);
  const document = await service.ingest('手册.pdf', bytes);
  path = `/v1/documents/${document.id}`;
  const { blobs, config, ledger } = service.application;
  const [held] = (await ledger.documents.get(await ledger.accessFor(config.tenant, 'all'), readDocumentId(document.id)))?.versions ?? [];
  const place = held === undefined ? undefined : await blobs.locate(config.tenant, held.sha256);
  if (place === undefined) throw new Error('the manual has bytes');
  bytes[1_000] = (bytes[1_000] ?? 0) ^ 1;
  await writeFile(place, bytes);
}, 900_000);
afterAll(() => service.close());

describe('a document of which one bit was changed on the disk', () => {
  it.each(['/content', '/pages/1'])('is not served under its old hash: %s', async (part) => {
    expect(await service.problem(`${path}${part}`)).toMatchObject({ code: 'damaged-bytes', status: 500, retryable: false });
  });

  it('is not served in ranges either, nor confirmed to one who holds the true bytes', async () => {
    const range = await service.http.request(`${path}/content`, { headers: { range: 'bytes=0-99' } });
    expect(range.status).toBe(500);
    const held = await service.http.request(`${path}/content`, { headers: { 'if-none-match': '*' } });
    expect(held.status).toBe(500);
  });
});
