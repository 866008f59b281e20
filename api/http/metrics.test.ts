import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readinessSchema } from '../contract/health.ts';
import { openService, type TestService } from './test-support/open-service.ts';

let service: TestService;
beforeEach(async () => {
  service = await openService();
});
afterEach(() => service.close());

async function metrics(): Promise<string> {
  const response = await service.http.request('/metrics');
  expect(response.headers.get('content-type')).toContain('text/plain');
  return response.text();
}

describe('/metrics', () => {
  it('counts requests by route, never by address, and what the ledger holds', async () => {
    await service.ingest('手册.md', '# 手册\n\nP-101 振动过大的原因是轴承磨损。\n');
    await service.send('later.txt', 'P-102 seal leakage.');
    await service.http.request('/v1/documents/doc_00000000000000000000000000000000');
    const text = await metrics();
    expect(text).toMatch(/^faultline_http_request_seconds_count\{method="POST",route="\/v1\/documents",status="202"\} 2$/m);
    expect(text).toMatch(/^faultline_http_request_seconds_count\{method="GET",route="\/v1\/documents\/:id",status="404"\} 1$/m);
    expect(text).not.toContain('doc_0000');
    expect(text).toMatch(/^faultline_jobs\{state="done"\} 1$/m);
    expect(text).toMatch(/^faultline_jobs\{state="queued"\} 1$/m);
    expect(text).toMatch(/^faultline_stored\{what="documents"\} 2$/m);
    expect(text).toMatch(/^faultline_outbox_units\{target="search"\} 0$/m);
    expect(text).toMatch(/^faultline_projection_revision\{target="search"\} [1-9]\d*$/m);
    expect(text).toMatch(/^faultline_audit_unsealed_events \d+$/m);
  });
});

describe('/readyz', () => {
  it('is ready when stores and worker answer', async () => {
    const { ready, checks } = await service.ask(readinessSchema, '/readyz');
    expect(ready).toBe(true);
    expect(checks.map(({ name }) => name)).toEqual(expect.arrayContaining(['stores', 'readers', 'worker', 'data-folder']));
  });

  it('says what does not answer, and stays alive', async () => {
    await service.close();
    service = await openService({}, (application) => ({
      ...application,
      ledger: {
        ...application.ledger,
        outbox: { ...application.ledger.outbox, pending: () => Promise.reject(new Error('disk gone')) },
      },
    }));
    const { ready, checks } = await service.ask(readinessSchema, '/readyz', {}, 503);
    expect(ready).toBe(false);
    expect(checks.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['stores', 'worker']);
    expect((await service.http.request('/livez')).status).toBe(200);
  });

  it('is not ready on a ledger that was moved, where what is read is out of date', async () => {
    await service.close();
    service = await openService({}, (application) => ({
      ...application,
      ledger: { ...application.ledger, movedTo: async () => 'postgres://host/faultline' },
    }));
    const { ready, checks } = await service.ask(readinessSchema, '/readyz', {}, 503);
    expect(ready).toBe(false);
    expect(checks.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['ledger']);
  });
});
