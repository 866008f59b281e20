import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configuredCaller, createAccount, removeAccount, SALT_BYTES, setPassword } from '../../app/index.ts';
import type { Role } from '../../kernel/index.ts';
import { sessionSchema } from '../contract/session.ts';
import { formOf, openService, type TestService } from './test-support/open-service.ts';

const PASSWORD = '夜班 correct horse battery';
const ABSENT = '0'.repeat(32);

let service: TestService;
let made = 0;
let now = Date.parse('2026-03-01T06:00:00Z');
beforeAll(async () => {
  service = await openService({ hosts: 'faultline.example', proxies: '10.0.0.2' }, undefined, undefined, { now: () => now });
});
afterAll(() => service.close());

const own = () => configuredCaller(service.application.config);
const salt = () => new Uint8Array(SALT_BYTES).fill(++made);
const account = (name: string, role: Role = 'engineer') =>
  createAccount(service.application, own(), { name, role, labels: 'all', password: PASSWORD, salt: salt() });
const signIn = (name: string, password = PASSWORD, headers: Record<string, string> = {}, env?: object, host = 'localhost') =>
  service.http.request(
    `http://${host}/v1/session`,
    { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ name, password }) },
    env,
  );
/** What a browser keeps of an answer, and the token that its page was given. */
async function opened(name: string) {
  const response = await signIn(name);
  const { csrfToken = '' } = sessionSchema.parse(await response.json());
  return { cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '', csrf: csrfToken };
}
const by = ({ cookie, csrf }: { readonly cookie: string; readonly csrf?: string }, init: RequestInit = {}): RequestInit => ({
  ...init,
  headers: { ...init.headers, cookie, ...(csrf === undefined ? {} : { 'x-faultline-csrf': csrf }) },
});
const statusOf = async (path: string, init: RequestInit) => (await service.http.request(path, init)).status;
const upload = (): RequestInit => ({ method: 'POST', body: formOf('p.md', '# 泵 P-701\n\nP-701 轴承磨损。\n', {}) });

describe('signing in', () => {
  it('gives a cookie that no script reads and no other page sends, and who that is', async () => {
    await account('张工');
    const response = await signIn('张工');
    expect(response.status).toBe(200);
    const session = sessionSchema.parse(await response.json());
    expect(session).toMatchObject({ kind: 'person', actor: 'account:张工', role: 'engineer', labels: 'all' });
    expect(session.may).toContain('add');
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^faultline-session=fls_[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain(session.csrfToken);
    const signedIn = await service.ask(sessionSchema, '/v1/session', by({ cookie: cookie.split(';')[0] ?? '' }));
    expect(signedIn).toEqual(session);
  });

  it('gives off loopback a cookie for TLS and this host alone, and takes no other there', async () => {
    await account('远程');
    const response = await signIn('远程', PASSWORD, {}, undefined, 'faultline.example');
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-faultline-session=fls_[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/);
    const [pair = ''] = cookie.split(';');
    expect(await statusOf('http://faultline.example/v1/documents', by({ cookie: pair }))).toBe(200);
    expect(await statusOf('http://faultline.example/v1/documents', by({ cookie: pair.replace('__Host-', '') }))).toBe(401);
  });

  it('keeps the hash of the secret alone', async () => {
    await account('hashed');
    const { cookie } = await opened('hashed');
    const secret = cookie.split('=')[1] ?? '';
    expect(await service.application.ledger.sessions.find(secret)).toBeUndefined();
    const trail = await service.application.ledger.audit.list(own().tenant, { limit: 1_000 });
    expect(JSON.stringify(trail)).not.toContain(secret);
    expect(trail[0]).toMatchObject({ actor: 'account:hashed', action: 'signed-in' });
  });

  it('answers a wrong password, an unknown name and a removed account with the same words', async () => {
    await account('known');
    const { id } = await account('gone');
    await removeAccount(service.application, own(), id);
    const answers = [];
    for (const [name, password] of [
      ['known', 'wrong horse battery'],
      ['unknown', PASSWORD],
      ['gone', PASSWORD],
      ['known', ''.padEnd(999, 'x')],
    ] as const) {
      const response = await signIn(name, password);
      expect(response.headers.get('set-cookie')).toBeNull();
      const { instance: _, ...problem } = (await response.json()) as { instance: string };
      answers.push(problem);
    }
    expect(answers[0]).toMatchObject({ status: 401, code: 'unauthenticated' });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('tells who has been tried in the audit trail, and nothing of what was typed as a name', async () => {
    const { id } = await account('tried');
    await signIn('tried', 'wrong horse battery');
    await signIn('my secret typed as a name', 'x');
    const trail = async () => service.application.ledger.audit.list(own().tenant, { actions: ['sign-in-refused'], limit: 100 });
    await expect.poll(async () => (await trail()).filter(({ subject }) => subject === id)).toHaveLength(1);
    expect(JSON.stringify(await trail())).not.toContain('typed as a name');
  });

  it.each(['locked', 'nobody by that name'])('slows down whoever guesses the password of "%s", also with the right one', async (name) => {
    if (name === 'locked') await account(name);
    for (let count = 0; count < 5; count++) expect((await signIn(name, `wrong horse ${count}`)).status).toBe(401);
    const refused = await signIn(name);
    expect(refused.status).toBe(429);
    const wait = Number(refused.headers.get('retry-after'));
    expect((await refused.json()) as object).toMatchObject({ detail: expect.stringContaining(`in ${wait} seconds`) });
    expect(wait).toBeGreaterThanOrEqual(1);
  });

  it('slows down an address, which a proxy of the configuration passes on and nobody else may claim', async () => {
    const from = (remoteAddress: string, forwarded?: string) =>
      signIn(`guess ${++made}`, 'x', forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }, {
        incoming: { socket: { remoteAddress } },
      });
    for (let count = 0; count < 20; count++) expect((await from('10.0.0.2', `198.51.100.${count}, 203.0.113.9`)).status).toBe(401);
    expect((await from('10.0.0.2', '203.0.113.9')).status).toBe(429);
    expect((await from('10.0.0.2', '203.0.113.10')).status).toBe(401);
    expect((await from('203.0.113.9', '203.0.113.11')).status).toBe(429);
  });
});

describe('a session', () => {
  it('changes something with its own token alone, and reads without', async () => {
    await account('writer');
    const [session, other] = [await opened('writer'), await opened('writer')];
    expect(session.csrf).not.toBe(other.csrf);
    expect(await statusOf('/v1/documents', by({ cookie: session.cookie }))).toBe(200);
    for (const csrf of [undefined, '', 'x', `${session.csrf}x`, other.csrf]) {
      expect(await statusOf('/v1/documents', by({ cookie: session.cookie, ...(csrf === undefined ? {} : { csrf }) }, upload()))).toBe(403);
      const removal = by({ cookie: session.cookie, ...(csrf === undefined ? {} : { csrf }) }, { method: 'DELETE' });
      expect(await statusOf(`/v1/documents/doc_${ABSENT}`, removal)).toBe(403);
      expect(await statusOf('/v1/session', removal)).toBe(403);
    }
    expect(await statusOf('/v1/documents', by(session, upload()))).toBe(202);
    expect(await statusOf('/v1/documents', by(other, upload()))).toBe(202);
  });

  it('is who stands in the audit trail', async () => {
    await account('李工');
    const session = await opened('李工');
    const body = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: 'P-701 轴承' }) };
    expect(await statusOf('/v1/search', by(session, body))).toBe(200);
    const latest = async () => (await service.application.ledger.audit.list(own().tenant, { actions: ['passages-searched'], limit: 1 }))[0];
    await expect.poll(async () => (await latest())?.actor).toBe('account:李工');
  });

  it('does what the role allows and nothing more, and a key beside it counts instead', async () => {
    await account('reader', 'reader');
    const session = await opened('reader');
    expect(await statusOf('/v1/documents', by(session, upload()))).toBe(403);
    expect(await statusOf('/v1/keys', by(session))).toBe(403);
    const both = by(session);
    expect(await statusOf('/v1/documents', { headers: { ...both.headers, authorization: `Bearer flk_${'x'.repeat(43)}` } })).toBe(401);
  });

  it('ends when it is signed out, and its cookie is dropped', async () => {
    await account('leaver');
    const [session, other] = [await opened('leaver'), await opened('leaver')];
    const response = await service.http.request('/v1/session', by(session, { method: 'DELETE' }));
    expect(response.status).toBe(204);
    expect(response.headers.get('set-cookie')).toMatch(/^faultline-session=; Max-Age=0;/);
    expect(await statusOf('/v1/documents', by(session))).toBe(401);
    expect(await service.ask(sessionSchema, '/v1/session', by(session))).toEqual({ kind: 'nobody', may: [], ways: ['key', 'password'] });
    expect(await statusOf('/v1/documents', by(other))).toBe(200);
  });

  it('ends an hour after its last use, and after half a day however much it is used', async () => {
    await account('idle');
    const [left, used] = [await opened('idle'), await opened('idle')];
    const minutes = async (count: number) => {
      now += count * 60_000;
      return statusOf('/v1/documents', by(used));
    };
    expect(await minutes(59)).toBe(200);
    expect(await minutes(1)).toBe(200);
    expect(await statusOf('/v1/documents', by(left))).toBe(401);
    for (let count = 0; count < 13; count++) expect(await minutes(50)).toBe(200);
    expect(await minutes(10)).toBe(401);
  });

  it('ends when somebody signs in from the same browser', async () => {
    await account('first');
    await account('second');
    const { cookie } = await opened('first');
    expect((await signIn('second', PASSWORD, { cookie })).status).toBe(200);
    expect(await statusOf('/v1/documents', by({ cookie }))).toBe(401);
  });

  it('ends some seconds after its password was changed or its account removed elsewhere', async () => {
    const changed = await account('changed');
    const removed = await account('removed');
    const sessions = [await opened('changed'), await opened('removed')];
    for (const session of sessions) expect(await statusOf('/v1/documents', by(session))).toBe(200);
    await setPassword(service.application, own(), { id: changed.id, password: `new ${PASSWORD}`, salt: salt() });
    await removeAccount(service.application, own(), removed.id);
    now += 5_000;
    for (const session of sessions) expect(await statusOf('/v1/documents', by(session))).toBe(401);
    expect((await signIn('changed')).status).toBe(401);
    expect((await signIn('changed', `new ${PASSWORD}`)).status).toBe(200);
  });
});
