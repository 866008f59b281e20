import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig, serveThreads } from '../../app/index.ts';
import { type HttpService, serveHttp } from './serve-http.ts';
import { formOf } from './test-support/open-service.ts';

const UPLOADS_AT_ONCE = 32;
const WAITING = 4;

let folder = '';
let service: HttpService;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-places-'));
  const settings = { home: join(folder, 'home'), port: 0, readers: 1, waitingCalls: WAITING, works: 'false', logLevel: 'silent' };
  service = await serveHttp(await serveThreads(loadConfig(settings, {})));
});
afterAll(async () => {
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

const send = (name: string) =>
  fetch(`${service.address}/v1/documents`, { method: 'POST', body: formOf(name, `# ${name}\n\n泵 P-101 振动。\n`, {}) });

/** A document whose end is sent when told. */
function sendSlowly(name: string) {
  let end = (): void => undefined;
  const isEnded = new Promise<void>((resolve) => {
    end = resolve;
  });
  const text = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const head = `--cut\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n# ${name}\n`;
      controller.enqueue(text.encode(head));
      await isEnded;
      controller.enqueue(text.encode('\n泵 P-101 振动。\r\n--cut--\r\n'));
      controller.close();
    },
  });
  const headers = { 'content-type': 'multipart/form-data; boundary=cut' };
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, headers, duplex: 'half' };
  return { end, answer: fetch(`${service.address}/v1/documents`, init) };
}

describe('places of a service', () => {
  it('for documents that are sent are so many, and who comes beyond them is told when to come again', async () => {
    const slow = Array.from({ length: UPLOADS_AT_ONCE + WAITING }, (_, number) => sendSlowly(`slow-${number}.md`));
    let refused: Response | undefined;
    await expect
      .poll(
        async () => {
          refused = await send('beyond.md');
          return refused.status;
        },
        { timeout: 30_000 },
      )
      .toBe(429);
    expect(await refused?.json()).toMatchObject({ code: 'too-many-requests', retryable: true });
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    for (const { end } of slow) end();
    const statuses = await Promise.all(slow.map(async ({ answer }) => (await answer).status));
    // Those that asked while others had the places may have taken some.
    expect(new Set(statuses).size === 1 ? statuses[0] : statuses.filter((status) => status !== 202 && status !== 429)).toEqual(
      new Set(statuses).size === 1 ? 202 : [],
    );
    expect((await send('after.md')).status).toBe(202);
  });

  it('for who follows a job are so many, and free when they have gone', async () => {
    const { jobId } = (await (await send('followed.md')).json()) as { jobId: string };
    const left = new AbortController();
    const follow = () => fetch(`${service.address}/v1/jobs/${jobId}/events`, { signal: left.signal });
    const places = await Promise.all(Array.from({ length: WAITING * 2 }, follow));
    expect(places.map(({ status }) => status)).toEqual(places.map(() => 200));
    expect(await (await follow()).text()).toContain('too-many-requests');
    left.abort();
    await expect
      .poll(async () => {
        const again = new AbortController();
        const response = await fetch(`${service.address}/v1/jobs/${jobId}/events`, { signal: again.signal });
        const { value } = (await response.body?.getReader().read()) ?? {};
        again.abort();
        return Buffer.from(value ?? []).toString();
      })
      .toContain('queued');
  });

  it('for passwords that are tried are so many', async () => {
    const signIn = (name: string) =>
      fetch(`${service.address}/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, password: 'correct horse battery' }),
      });
    const answers = await Promise.all(Array.from({ length: 60 }, (_, number) => signIn(`person ${number}`)));
    const statuses = answers.map(({ status }) => status);
    expect([...new Set(statuses)].sort()).toEqual([401, 429]);
    expect(statuses.filter((status) => status === 401).length).toBeGreaterThanOrEqual(1 + WAITING);
  });
});
