import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig, serveThreads } from '../../app/index.ts';
import { type HttpService, serveHttp } from './serve-http.ts';

let folder = '';
let service: HttpService;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-overload-'));
  const config = loadConfig(
    { home: join(folder, 'home'), port: 0, readers: 1, waitingCalls: 8, answerMilliseconds: 300_000, logLevel: 'silent' },
    {},
  );
  service = await serveHttp(await serveThreads(config));
});
afterAll(async () => {
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

const ask = (question: string, signal?: AbortSignal) =>
  fetch(`${service.address}/v1/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question }),
    ...(signal === undefined ? {} : { signal }),
  });

describe('a service of which more is asked than it can take', () => {
  it('answers as many as may wait, refuses the others with when to come again, and stays alive', async () => {
    // What is loaded for the first question is loaded.
    expect((await ask('P-101?')).status).toBe(200);
    const asked = Promise.all(Array.from({ length: 60 }, (_, number) => ask(`P-${number} 振动的原因是什么？`)));
    const began = performance.now();
    expect((await fetch(`${service.address}/livez`)).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(5_000);
    const answers = await asked;
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200).length + refused.length).toBe(answers.length);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(8);
    for (const { headers } of refused) expect(headers.get('retry-after')).toBe('1');
    expect((await ask('P-101?')).status).toBe(200);
  });

  it('is free again when its callers have left', async () => {
    const left = new AbortController();
    const asked = Array.from({ length: 9 }, () => ask('P-101A-'.repeat(140), left.signal).catch(() => undefined));
    await new Promise((done) => setTimeout(done, 50));
    left.abort();
    await Promise.all(asked);
    await expect.poll(async () => (await ask('P-101?')).status, { timeout: 10_000 }).toBe(200);
  });

  it('refuses a question whose signs stand for more than a question may hold', async () => {
    expect((await ask('ﷺ'.repeat(1000))).status).toBe(413);
    expect((await ask('㎏'.repeat(900))).status).toBe(200);
  });
});
