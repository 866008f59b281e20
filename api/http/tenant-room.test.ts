import { afterAll, beforeAll, expect, it } from 'vitest';
import { sha256 } from '../../kernel/index.ts';
import { formOf, openService, type TestService } from './test-support/open-service.ts';

const MEGABYTE = 1024 * 1024;
const textOf = (name: string, bytes: number): string => `${name} bearing replaced.\n`.repeat(bytes / 20).slice(0, bytes);

let service: TestService;
beforeAll(async () => {
  service = await openService({ tenantMegabytes: 1 });
});
afterAll(() => service.close());

it('refuses a document for which its tenant has no room with a sentence and 507, keeps none of its bytes, and takes it once there is room', async () => {
  const most = 0.6 * MEGABYTE;
  const { document } = await service.send('one.txt', textOf('P-1', most));
  const next = textOf('P-2', most);
  const refused = await service.problem('/v1/documents', { method: 'POST', body: formOf('two.txt', next, {}) });
  expect(refused).toMatchObject({ status: 507, code: 'storage-full', detail: expect.stringContaining('may take 1 MB') });
  const { config, blobs } = service.application;
  expect(await blobs.locate(config.tenant, sha256(next))).toBeUndefined();
  // Equal bytes under another name take no more room.
  const same = await service.send('same.txt', textOf('P-1', most), { uri: 'same' });
  for (const id of [document.id, same.document.id])
    expect((await service.http.request(`/v1/documents/${id}`, { method: 'DELETE' })).status).toBe(204);
  await service.send('two.txt', next);
});
