import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { loadConfig, serveThreads } from '../../app/index.ts';
import type { Logger } from '../../kernel/index.ts';
import { serveHttp } from './serve-http.ts';
import { formOf } from './test-support/open-service.ts';

const attributes = z.array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) })).default([]);
const spanSchema = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.number(),
  attributes,
});
const tracesSchema = z.object({
  resourceSpans: z.array(z.object({ resource: z.object({ attributes }), scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })) })),
});
const metricsSchema = z.object({
  resourceMetrics: z.array(z.object({ scopeMetrics: z.array(z.object({ metrics: z.array(z.looseObject({ name: z.string() })) })) })),
});

/** A receiver of OTLP over HTTP, as collectors are. */
async function openReceiver() {
  const bodies: { readonly path: string; readonly text: string }[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    bodies.push({ path: request.url ?? '', text: Buffer.concat(pieces).toString('utf8') });
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const of = (path: string) => bodies.filter((body) => body.path === path).map(({ text }) => JSON.parse(text) as unknown);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    text: () => bodies.map(({ text }) => text).join('\n'),
    spans: () =>
      of('/v1/traces').flatMap((body) =>
        tracesSchema.parse(body).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
      ),
    metrics: () =>
      of('/v1/metrics').flatMap((body) =>
        metricsSchema.parse(body).resourceMetrics.flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics)),
      ),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

it('sends what an upload and a question took to a receiver, nothing of what they say, and goes on when it is away', async () => {
  const receiver = await openReceiver();
  const home = await mkdtemp(join(tmpdir(), 'faultline-telemetry-'));
  const logged: string[] = [];
  const logger: Logger = { event: () => undefined, error: (category, name) => void logged.push(`${category} ${name}`) };
  const settings = { home, port: 0, readers: 1, telemetryUrl: receiver.url, telemetrySeconds: 1 };
  const service = await serveHttp(await serveThreads(loadConfig(settings, { OTEL_SERVICE_NAME: 'line 3' }), logger));
  const ask = (question: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${service.address}/v1/answers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ question }),
    });
  try {
    const text = '# 手册 Manual\n\nP-101 振动过大的原因是轴承磨损。The seal of P-102 leaks.\n';
    const sent = await fetch(`${service.address}/v1/documents`, { method: 'POST', body: formOf('geheim-手册.md', text, {}) });
    expect(sent.status).toBe(202);
    const [trace, parent] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];
    const answered = await ask('P-101 振动过大的原因是什么?', { traceparent: `00-${trace}-${parent}-01` });
    expect(answered.status).toBe(200);
    await ask('P-102 leaks?', { traceparent: '00-11111111111111111111111111111111-1111111111111111-00' });
    const named = (name: string) => receiver.spans().filter((span) => span.name === name);
    await expect
      .poll(() =>
        [named('POST /v1/documents'), named('POST /v1/answers'), named('answer'), named('read document')].map((some) => some.length > 0),
      )
      .toEqual([true, true, true, true]);

    const [request] = named('POST /v1/answers').filter(({ traceId }) => traceId === trace);
    expect(request).toMatchObject({ parentSpanId: parent, kind: 2 });
    expect(request?.attributes).toContainEqual({ key: 'http.response.status_code', value: { intValue: 200 } });
    const [answer] = named('answer').filter(({ traceId }) => traceId === trace);
    expect(answer).toMatchObject({ parentSpanId: request?.spanId });
    expect(
      receiver
        .spans()
        .filter(({ parentSpanId }) => parentSpanId === answer?.spanId)
        .map(({ name }) => name),
    ).toEqual(expect.arrayContaining(['analyse', 'recall']));
    const [reading] = named('read document');
    expect(
      receiver
        .spans()
        .filter(({ parentSpanId }) => parentSpanId === reading?.spanId)
        .map(({ name }) => name),
    ).toEqual(expect.arrayContaining(['survey', 'read', 'extract', 'project']));
    // Who sent the second question said that its trace is not kept.
    expect(receiver.text()).not.toContain('11111111111111111111111111111111');

    await expect
      .poll(() => receiver.metrics().map(({ name }) => name))
      .toEqual(expect.arrayContaining(['faultline_jobs', 'faultline_http_request_seconds']));
    expect(receiver.text()).toContain('line 3');
    expect(receiver.text()).not.toMatch(/P-10[12]|振动|轴承|geheim|手册|doc_|tenant/);

    await receiver.close();
    for (let count = 0; count < 3; count++) expect((await ask('P-101 振动过大的原因是什么?')).status).toBe(200);
    await expect.poll(() => logged).toContain('lifecycle telemetry-not-sent');
    expect((await ask('P-101 振动过大的原因是什么?')).status).toBe(200);
    expect(logged.filter((line) => line.includes('telemetry'))).toHaveLength(1);
  } finally {
    await service.stop();
    await rm(home, { recursive: true });
  }
});
