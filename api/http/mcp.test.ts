import { readFile } from 'node:fs/promises';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { configuredCaller, createApiKey } from '../../app/index.ts';
import type { Caller, Role } from '../../kernel/index.ts';
import { answerSchema } from '../contract/answer.ts';
import { neighbourhoodSchema } from '../contract/entity.ts';
import { searchAnswerSchema } from '../contract/search.ts';
import { verifyAnswerSchema } from '../contract/verify.ts';
import { formOf, openService, type TestService } from './test-support/open-service.ts';

const MANUAL = new URL('../../datasets/demo-plant/files/CWS-OM-4101-ZH.pdf', import.meta.url);
const NOTE = '# Pump P-301 泵\n\nP-301 振动过大的原因是轴承磨损。\n\nThe tightening torque of P-301 is 48 N·m.\n';

let service: TestService;
let secret = '';
let client: Client;
let keys = 0;

async function keyOf(role: Role, labels: Caller['labels'] = 'all'): Promise<string> {
  const { application } = service;
  keys += 1;
  const random = new Uint8Array(32).fill(keys);
  return (await createApiKey(application, configuredCaller(application.config), { name: `${role} ${keys}`, role, labels, random })).secret;
}

/** The SDK's own client, whose requests go to the service without a port. */
async function connect(key: string | undefined): Promise<Client> {
  const transport = new StreamableHTTPClientTransport(new URL('http://localhost/mcp'), {
    fetch: async (url, init) => service.http.request(String(url), init),
    ...(key === undefined ? {} : { requestInit: { headers: { authorization: `Bearer ${key}` } } }),
  });
  const connected = new Client({ name: 'transcript', version: '1' });
  // The SDK's types are not written for exact optional properties.
  await connected.connect(transport as Transport);
  return connected;
}

async function call(name: string, given: Record<string, unknown>, by = client) {
  const result = await by.callTool({ name, arguments: given });
  const content = z.array(z.object({ type: z.string(), text: z.string().optional(), data: z.string().optional() })).parse(result.content);
  return { structured: result.structuredContent, isError: result.isError === true, content, meta: result._meta };
}

beforeAll(async () => {
  service = await openService({ host: '0.0.0.0' });
  secret = await keyOf('reader');
  const engineer = { authorization: `Bearer ${await keyOf('engineer')}` };
  const send = async (name: string, bytes: string | Uint8Array, labels: string) => {
    const sent = await service.http.request('/v1/documents', { method: 'POST', headers: engineer, body: formOf(name, bytes, { labels }) });
    expect(sent.status).toBe(202);
  };
  await send('手册.pdf', await readFile(MANUAL), '');
  await send('note.md', NOTE, 'pumps');
  await service.work();
  client = await connect(secret);
}, 900_000);
afterAll(async () => {
  await client.close();
  await service.close();
});

describe("the SDK's own client of the Model Context Protocol", () => {
  it('is told who answers, in its own version of the protocol, and which tools there are', async () => {
    expect(client.getServerVersion()).toMatchObject({ name: 'faultline' });
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['search', 'ask', 'verify', 'entity', 'neighbourhood', 'page']);
    for (const { inputSchema, outputSchema } of tools) expect([inputSchema.type, outputSchema?.type]).toEqual(['object', 'object']);
    await expect(client.ping()).resolves.toEqual({});
  });

  it.each([
    ['P-301 振动过大的原因是什么？', '轴承磨损', 'zh'],
    ['What is the tightening torque of P-301?', '48 N·m', 'en'],
  ])('asks %s and gets claims with verdicts, documents and places', async (question, said, language) => {
    const { structured, content } = await call('ask', { question });
    const answer = answerSchema.parse(structured).content;
    expect([answer.decision, answer.language]).toEqual(['answered', language]);
    expect(answer.claims[0]).toMatchObject({ verdict: 'supported' });
    expect(answer.citations[0]).toMatchObject({ title: expect.stringContaining('P-301'), quote: expect.stringContaining(said) });
    expect(JSON.parse(content[0]?.text ?? '')).toEqual(structured);
  });

  it('searches and is shown the page of a hit with the words marked', async () => {
    const { hits } = searchAnswerSchema.parse((await call('search', { query: '轴承 温度', k: 20 })).structured);
    const hit = hits.find(({ anchors }) => anchors.some(({ kind }) => kind === 'page'));
    expect(hit).toMatchObject({ documentNumber: 'CWS-OM-4101-ZH', title: expect.any(String), versionId: expect.any(String) });
    const shown = await call('page', { passageId: hit?.passageId });
    expect(shown.structured).toMatchObject({ documentNumber: 'CWS-OM-4101-ZH', page: expect.any(Number), quote: hit?.text });
    expect(shown.content[1]).toMatchObject({ type: 'image', data: expect.stringMatching(/^iVBORw0KGgo/) });
    const [anchor] = (hit?.anchors ?? []).filter(({ kind }) => kind === 'page');
    if (anchor?.kind !== 'page') throw new Error('the hit stands on no page');
    const whole = await call('page', { documentId: hit?.documentId, page: anchor.page, boxes: anchor.boxes });
    expect(whole.structured).toMatchObject({ title: hit?.title, page: anchor.page, anchors: [anchor] });
    expect(whole.content[1]?.type).toBe('image');
  });

  it('looks up a thing by its whole name, and is told of similar ones where nothing goes by it', async () => {
    const found = z
      .object({ entities: z.array(z.looseObject({ name: z.string() })) })
      .parse((await call('entity', { name: 'P-301' })).structured);
    expect(found.entities.map(({ name }) => name)).toContain('P-301');
    const near = z.object({ entities: z.array(z.unknown()), similar: z.array(z.looseObject({ name: z.string() })) });
    const { entities, similar } = near.parse((await call('entity', { name: 'P-30' })).structured);
    expect([entities.length, similar.map(({ name }) => name)]).toEqual([0, expect.arrayContaining(['P-301'])]);
  });

  it('is given what is known around a thing, each fact with its evidence', async () => {
    const { facts } = neighbourhoodSchema.parse((await call('neighbourhood', { of: 'P-101A' })).structured);
    expect(facts.length).toBeGreaterThan(0);
    expect(facts[0]?.evidence[0]).toMatchObject({ title: expect.any(String), quote: expect.any(String), anchors: expect.any(Array) });
  });

  it.each([
    ['泵的额定流量为 50 m³/h。', '泵的额定流量为 50 m³/h，扬程 32 m。', 'supported'],
    ['The pump runs at 1480 rpm.', 'The pump runs at 2960 rpm.', 'contradicted'],
  ])('has the claim %s checked', async (text, source, verdict) => {
    const { structured } = await call('verify', { claims: [{ text }], sources: [{ id: '1', text: source }] });
    expect(verifyAnswerSchema.parse(structured).claims[0]?.verdict).toBe(verdict);
  });

  it('reads by the labels of its key, and is told of what it may not read as of what is not there', async () => {
    const other = await connect(await keyOf('reader', []));
    const hidden = answerSchema.parse((await call('ask', { question: 'What is the tightening torque of P-301?' }, other)).structured);
    expect(JSON.stringify(hidden)).not.toContain('48 N·m');
    expect(await call('neighbourhood', { of: 'P-301' }, other)).toMatchObject({
      isError: true,
      meta: { 'faultline/error': { code: 'not-found', retryable: false } },
    });
    await other.close();
  });

  it('is told in words what is wrong with a call', async () => {
    expect(await call('search', { query: 'x', k: 0 })).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining('k: ') }],
    });
    expect(await call('page', { documentId: `doc_${'0'.repeat(32)}`, page: 1 })).toMatchObject({ isError: true });
    expect(await call('page', { page: 1 })).toMatchObject({ isError: true, meta: { 'faultline/error': { code: 'invalid-request' } } });
    await expect(client.callTool({ name: 'delete', arguments: {} })).rejects.toMatchObject({ code: -32602 });
  });

  it('is refused without a key', async () => {
    await expect(connect(undefined)).rejects.toThrow(/Authorization: Bearer/);
  });
});

describe('what is posted to /mcp', () => {
  const send = (body: string, headers: Record<string, string> = {}) =>
    service.http.request('/mcp', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}`, ...headers },
      body,
    });
  const PING = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' });

  it.each([
    ['what is no JSON', '{', {}, 400],
    ['a list of messages', `[${PING}]`, {}, 400],
    ['another version of the protocol', PING, { 'mcp-protocol-version': '1999-01-01' }, 400],
    ['another content type', PING, { 'content-type': 'text/plain' }, 415],
    ['a page of another origin', PING, { origin: 'http://elsewhere.example' }, 403],
    ['a page that lets its name resolve to the service', PING, { host: 'elsewhere.example' }, 403],
    ['more than a megabyte', JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping', params: { x: 'x'.repeat(1_100_000) } }), {}, 413],
  ])('is refused as %s', async (_, body, headers: Record<string, string>, status) => {
    const url = headers.host === undefined ? '/mcp' : `http://${headers.host}/mcp`;
    const answer = headers.host === undefined ? await send(body, headers) : await service.http.request(url, { method: 'POST', body });
    expect(answer.status).toBe(status);
  });

  it('is taken without an answer when none is wanted, and answers nothing that is got', async () => {
    expect((await send(JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }))).status).toBe(202);
    const got = await service.http.request('/mcp', { headers: { authorization: `Bearer ${secret}` } });
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
  });
});
