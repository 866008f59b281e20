import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadConfig, type Service, serveThreads } from '../../app/index.ts';
import { type HttpService, serveHttp } from './serve-http.ts';
import { formOf } from './test-support/open-service.ts';

let folder = '';
let service: HttpService;
let threads: Service;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-overload-'));
  const config = loadConfig(
    { home: join(folder, 'home'), port: 0, readers: 1, waitingCalls: 8, answerMilliseconds: 300_000, logLevel: 'silent' },
    {},
  );
  threads = await serveThreads(config);
  service = await serveHttp(threads);
  const rows = Array.from({ length: 300 }, (_, row) => `P-${100 + row}A 振动过大的原因是轴承磨损。P-${100 + row}A vibrates: worn bearing.`);
  const body = formOf('巡检.md', `# 泵 P-101A\n\n${rows.join('\n\n')}\n`, {});
  const sent = (await (await fetch(`${service.address}/v1/documents`, { method: 'POST', body })).json()) as { jobId: string };
  const stateOf = async () => ((await (await fetch(`${service.address}/v1/jobs/${sent.jobId}`)).json()) as { state: string }).state;
  await vi.waitFor(async () => expect(await stateOf()).toBe('done'), { timeout: 300_000, interval: 200 });
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
    for (const { headers } of refused) expect(headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
    expect((await ask('P-101?')).status).toBe(200);
  });

  it.each([
    ['a tag again and again', 'P-101A-'.repeat(140)],
    ['signs that stand for whole phrases', 'ﷺ'.repeat(110)],
  ])('leaves off answering %s when its callers have left, and counts no fault of its own', async (_, question) => {
    const answered = async () => {
      const text = await (await fetch(`${service.address}/v1/audit?action=question-answered&limit=200`)).text();
      return text.split('"question-answered"').length - 1;
    };
    const round = async () => {
      const before = await answered();
      const left = new AbortController();
      const asked = Array.from({ length: 9 }, () => ask(question, left.signal).catch(() => undefined));
      const calls = () => threads.threads().find(({ role }) => role === 'reader')?.calls;
      await expect.poll(calls, { interval: 1 }).toBeGreaterThanOrEqual(4);
      left.abort();
      await Promise.all(asked);
      expect((await ask('P-101A?')).status).toBe(200);
      return (await answered()) - before;
    };
    // Those that were under way would have been answered to nobody, each time; where they were quick, some were before their callers left.
    let fewest = Number.POSITIVE_INFINITY;
    for (let rounds = 0; rounds < 10 && fewest >= 4; rounds += 1) fewest = Math.min(fewest, await round());
    expect(fewest).toBeLessThan(4);
    const counted = await (await fetch(`${service.address}/metrics`)).text();
    expect(counted).toMatch(/faultline_http_request_seconds_count\{[^}]*route="\/v1\/answers",status="499"\} [1-9]/);
    expect(counted).not.toMatch(/status="5\d\d"/);
  });

  it('refuses a question whose signs stand for more than a question may hold', async () => {
    expect((await ask('ﷺ'.repeat(1000))).status).toBe(413);
    expect((await ask('㎏'.repeat(900))).status).toBe(200);
  });
});
