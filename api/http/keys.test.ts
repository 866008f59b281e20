import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { configuredCaller, createApiKey, revokeApiKey } from '../../app/index.ts';
import type { Caller, Role } from '../../kernel/index.ts';
import { apiKeySchema, createdApiKeySchema } from '../contract/api-key.ts';
import { sessionSchema } from '../contract/session.ts';
import { formOf, openService, type TestService } from './test-support/open-service.ts';

const MANUAL = '# 泵 P-701\n\nP-701 振动过大的原因是轴承磨损 (worn bearing)。\n';

let service: TestService;
let made = 0;
beforeAll(async () => {
  service = await openService({ host: '0.0.0.0' });
});
afterAll(() => service.close());

/** A new key of that role. */
async function keyOf(role: Role, labels: Caller['labels'] = 'all', name = `${role} ${++made}`) {
  const { application } = service;
  const random = new Uint8Array(32).fill(++made);
  return createApiKey(application, configuredCaller(application.config), { name, role, labels, random });
}
const by = (secret: string, init: RequestInit = {}): RequestInit => ({
  ...init,
  headers: { ...init.headers, authorization: `Bearer ${secret}` },
});
const json = (body: unknown, method = 'POST'): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const statusOf = async (path: string, init: RequestInit) => (await service.http.request(path, init)).status;

const ABSENT = '0'.repeat(32);
/** One request an action, and the role from which on it is let through. */
const REQUESTS: readonly (readonly [Role, string, () => RequestInit])[] = [
  ['reader', '/v1/documents', () => ({})],
  ['reader', '/v1/answers', () => json({ question: 'P-701 振动' })],
  ['technician', '/v1/documents', () => ({ method: 'POST', body: formOf('a.md', MANUAL, {}) })],
  ['technician', `/v1/documents/doc_${ABSENT}`, () => ({ method: 'PUT', body: formOf('a.md', MANUAL, {}) })],
  ['engineer', `/v1/jobs/job_${ABSENT}/cancel`, () => ({ method: 'POST' })],
  ['engineer', `/v1/documents/doc_${ABSENT}/labels`, () => json({ labels: [] }, 'PUT')],
  ['engineer', `/v1/documents/doc_${ABSENT}`, () => ({ method: 'DELETE' })],
  ['engineer', `/v1/documents/doc_${ABSENT}/versions/ver_${ABSENT}`, () => ({ method: 'DELETE' })],
  ['admin', '/v1/keys', () => ({})],
  ['admin', '/v1/keys', () => json({ name: `given ${++made}`, role: 'reader' })],
  ['admin', `/v1/keys/apk_${ABSENT}`, () => ({ method: 'DELETE' })],
  ['reviewer', `/v1/decisions/dec_${ABSENT}/undo`, () => json({ reason: 'seen at the machine' })],
];
const LADDER = ['reader', 'technician', 'engineer', 'reviewer', 'admin'] as const;

describe('a service that needs keys', () => {
  it('answers nobody without one, but for its health, its description and who is asking', async () => {
    const described = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
      .parse(await (await service.http.request('/openapi.json')).json());
    const paths = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => [method.toUpperCase(), path.replaceAll(/\{[^}]*\}/g, 'x')] as const),
    );
    expect(paths.length).toBeGreaterThan(25);
    const open = [];
    for (const [method, path] of paths) {
      const response = await service.http.request(path, { method });
      if (response.status !== 401) open.push(path);
      else expect(response.headers.get('www-authenticate')).toContain('Bearer');
    }
    expect([...new Set(open)].sort()).toEqual([
      '/livez',
      '/readyz',
      '/v1/session',
      '/v1/session/issuer',
      '/v1/session/issuer/callback',
      '/version',
    ]);
    expect(await service.ask(sessionSchema, '/v1/session')).toEqual({ kind: 'nobody', may: [], ways: ['key'] });
  });

  it('refuses what comes of one key beyond its requests a minute, with when to come again, and goes on serving others', async () => {
    const limited = await openService({ host: '0.0.0.0', callerPerMinute: 6 });
    try {
      const random = (byte: number) => new Uint8Array(32).fill(byte);
      const owner = configuredCaller(limited.application.config);
      const keys = await Promise.all(
        [1, 2].map((byte) =>
          createApiKey(limited.application, owner, { name: `key ${byte}`, role: 'reader', labels: 'all', random: random(byte) }),
        ),
      );
      const ask = (at: number) => limited.http.request('/v1/documents', by(keys[at]?.secret ?? ''));
      expect((await ask(0)).status).toBe(200);
      const refused = await ask(0);
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
      expect((await ask(1)).status).toBe(200);
    } finally {
      await limited.close();
    }
  });

  it.each(LADDER)('lets a key of the role %s do what that role allows and nothing more', async (role) => {
    const { secret } = await keyOf(role);
    for (const [least, path, init] of REQUESTS) {
      const status = await statusOf(path, by(secret, init()));
      if (LADDER.indexOf(role) < LADDER.indexOf(least)) expect([path, status]).toEqual([path, 403]);
      else expect([path, status]).not.toEqual([path, 403]);
    }
  });

  it('tells the holder of a key who that is, and names the key in the audit trail', async () => {
    const { secret } = await keyOf('reader', ['维修'], '张工');
    expect(await service.ask(sessionSchema, '/v1/session', by(secret))).toMatchObject({
      kind: 'key',
      actor: 'key:张工',
      role: 'reader',
      labels: ['维修'],
      may: ['read', 'ask'],
    });
    await statusOf('/v1/search', by(secret, json({ query: 'P-701 轴承' })));
    await expect
      .poll(async () => (await service.application.ledger.audit.list(service.application.config.tenant, { limit: 1 }))[0]?.actor)
      .toBe('key:张工');
  });

  it('shows the holder of a key what the labels of the key allow', async () => {
    const { secret: boss } = await keyOf('admin');
    expect(
      await statusOf('/v1/documents', by(boss, { method: 'POST', body: formOf('s.md', MANUAL, { uri: 'secret', labels: '机密' }) })),
    ).toBe(202);
    const listed = async (secret: string) => (await service.http.request('/v1/documents', by(secret))).text();
    expect(await listed((await keyOf('reader', ['机密'])).secret)).toContain('"secret"');
    expect(await listed((await keyOf('reader', [])).secret)).not.toContain('"secret"');
  });

  it('refuses a technician who would put a document under other labels by sending it again', async () => {
    const { secret: boss } = await keyOf('admin');
    const { secret } = await keyOf('technician', 'all');
    const send = (key: string, labels: string, text = MANUAL) =>
      statusOf('/v1/documents', by(key, { method: 'POST', body: formOf('l.md', text, { uri: 'labelled', labels }) }));
    expect(await send(boss, 'a,b')).toBe(202);
    expect(await send(secret, 'a')).toBe(403);
    expect(await send(secret, 'a', `${MANUAL}\nnew`)).toBe(403);
    expect(await send(secret, 'b,a', `${MANUAL}\nnew`)).toBe(202);
  });

  it('lets an admin make a key, shows it once, and ends it', async () => {
    const { secret: boss } = await keyOf('admin');
    const asked = { name: '移动终端', role: 'technician', labels: ['维修'], days: 30 };
    const made = await service.ask(createdApiKeySchema, '/v1/keys', by(boss, json(asked)), 201);
    expect(made).toMatchObject({ name: '移动终端', role: 'technician', labels: ['维修'], createdBy: expect.stringMatching(/^key:admin/) });
    expect(Math.round((Date.parse(made.expiresAt ?? '') - Date.parse(made.createdAt)) / 86_400_000)).toBe(30);
    expect(await service.ask(sessionSchema, '/v1/session', by(made.secret))).toMatchObject({ actor: 'key:移动终端', role: 'technician' });
    const listed = await (await service.http.request('/v1/keys', by(boss))).text();
    expect(listed).toContain(made.id);
    expect(listed).not.toContain(made.secret.slice(4));
    const ended = await service.ask(apiKeySchema, `/v1/keys/${made.id}`, by(boss, { method: 'DELETE' }));
    expect(ended.revokedAt).toBeDefined();
    expect((await service.problem('/v1/keys', by(boss, json(asked)))).code).toBe('conflict');
    expect((await service.problem('/v1/keys/x', by(boss, { method: 'DELETE' }))).code).toBe('not-found');
    expect((await service.problem('/v1/keys', by(boss, json({ ...asked, name: 'y', days: 0 })))).faults?.[0]?.field).toBe('body.days');
  });

  it('gives nobody a key to more than the admin who makes it may read', async () => {
    const { secret } = await keyOf('admin', ['维修']);
    const make = (name: string, labels: Caller['labels']) => statusOf('/v1/keys', by(secret, json({ name, role: 'reader', labels })));
    expect(await make('more', ['维修', '机密'])).toBe(403);
    expect(await make('all', 'all')).toBe(403);
    expect(await make('as much', ['维修'])).toBe(201);
  });

  it('refuses a key that is unknown or was revoked', async () => {
    const { application } = service;
    const { key, secret } = await keyOf('admin');
    await revokeApiKey(application, configuredCaller(application.config), key.id);
    for (const shown of [secret, `flk_${'A'.repeat(43)}`]) {
      expect(await service.problem('/v1/session', by(shown))).toMatchObject({ status: 401, code: 'unauthenticated' });
    }
  });
});
