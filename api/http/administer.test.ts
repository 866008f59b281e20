import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configuredCaller, createAccount, SALT_BYTES } from '../../app/index.ts';
import type { Caller, Role } from '../../kernel/index.ts';
import { accountListSchema, accountSchema } from '../contract/account.ts';
import { auditPageSchema } from '../contract/audit.ts';
import { doctorSchema } from '../contract/doctor.ts';
import { sessionSchema } from '../contract/session.ts';
import { openService, type TestService } from './test-support/open-service.ts';

const PASSWORD = 'correct horse battery';
const ABSENT = `acc_${'0'.repeat(32)}`;

interface SignedIn {
  readonly id: string;
  readonly headers: Record<string, string>;
}

let service: TestService;
let boss: SignedIn;
beforeAll(async () => {
  service = await openService();
  boss = await personOf('boss', 'admin');
});
afterAll(() => service.close());

async function signedIn(name: string, password = PASSWORD): Promise<Response> {
  return service.http.request('/v1/session', json({ name, password }));
}

async function personOf(name: string, role: Role, labels: Caller['labels'] = 'all'): Promise<SignedIn> {
  const { application } = service;
  const salt = new Uint8Array(SALT_BYTES).fill(1);
  const { id } = await createAccount(application, configuredCaller(application.config), { name, role, labels, password: PASSWORD, salt });
  const response = await signedIn(name);
  const { csrfToken = '' } = sessionSchema.parse(await response.json());
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return { id, headers: { cookie, 'x-faultline-csrf': csrfToken } };
}

const json = (body: unknown, method = 'POST', headers: Record<string, string> = {}): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
const statusOf = async (path: string, init: RequestInit) => (await service.http.request(path, init)).status;
const asked = (name: string, labels: Caller['labels'] = 'all') => ({ name, password: PASSWORD, role: 'reader', labels });

describe('an admin', () => {
  it('makes an account, whose person signs in at once, and lists it without its password', async () => {
    const made = await service.ask(accountSchema, '/v1/accounts', json(asked('王工', ['维修']), 'POST', boss.headers), 201);
    expect(made).toMatchObject({ name: '王工', role: 'reader', labels: ['维修'], createdBy: 'account:boss' });
    expect((await signedIn('王工')).status).toBe(200);
    const listed = await service.http.request('/v1/accounts', { headers: boss.headers });
    const text = await listed.text();
    expect(accountListSchema.parse(JSON.parse(text)).accounts.map(({ name }) => name)).toEqual(['boss', '王工']);
    expect(text).not.toContain('argon2id');
    expect((await service.problem('/v1/accounts', json({ ...asked('short'), password: 'short' }, 'POST', boss.headers))).code).toBe(
      'invalid-request',
    );
    expect((await service.problem('/v1/accounts', json(asked('王工'), 'POST', boss.headers))).code).toBe('conflict');
  });

  it('changes rights and password and removes, which sessions see at once', async () => {
    const { id, headers } = await personOf('changing', 'engineer');
    const me = () => service.ask(sessionSchema, '/v1/session', { headers });
    const given = await service.ask(accountSchema, `/v1/accounts/${id}/rights`, json({ role: 'reader', labels: [] }, 'PUT', boss.headers));
    expect(given).toMatchObject({ role: 'reader', labels: [] });
    expect(await me()).toMatchObject({ role: 'reader', labels: [] });
    await service.ask(accountSchema, `/v1/accounts/${id}/password`, json({ password: `new ${PASSWORD}` }, 'PUT', boss.headers));
    expect((await me()).kind).toBe('nobody');
    expect((await signedIn('changing')).status).toBe(401);
    expect((await signedIn('changing', `new ${PASSWORD}`)).status).toBe(200);
    const removed = await service.ask(accountSchema, `/v1/accounts/${id}`, { method: 'DELETE', headers: boss.headers });
    expect(removed.removedAt).toBeDefined();
    expect((await signedIn('changing', `new ${PASSWORD}`)).status).toBe(401);
  });

  it('cannot take the own rights away, nor give or take over what is read by more labels than held', async () => {
    const part = await personOf('part', 'admin', ['a']);
    const rights = (labels: Caller['labels']) => json({ role: 'reader', labels }, 'PUT', part.headers);
    expect(await statusOf(`/v1/accounts/${boss.id}`, { method: 'DELETE', headers: boss.headers })).toBe(409);
    expect(await statusOf(`/v1/accounts/${part.id}/rights`, rights(['a']))).toBe(409);
    expect(await statusOf('/v1/accounts', json(asked('more', 'all'), 'POST', part.headers))).toBe(403);
    expect(await statusOf(`/v1/accounts/${boss.id}/password`, json({ password: `x ${PASSWORD}` }, 'PUT', part.headers))).toBe(403);
    expect(await statusOf(`/v1/accounts/${boss.id}/rights`, rights(['a']))).toBe(403);
    expect(await statusOf('/v1/audit', { headers: part.headers })).toBe(403);
    expect(await statusOf('/v1/doctor', { headers: part.headers })).toBe(403);
    expect(await statusOf(`/v1/accounts/${ABSENT}`, { method: 'DELETE', headers: boss.headers })).toBe(404);
  });

  it('reads how the stores are', async () => {
    const { lines } = await service.ask(doctorSchema, '/v1/doctor', { headers: boss.headers });
    expect(lines.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['ledger', 'callers', 'projections', 'jobs', 'bytes', 'audit', 'clock']),
    );
    expect(lines.find(({ name }) => name === 'callers')).toMatchObject({ level: 'ok' });
  });
});

describe('the audit trail over HTTP', () => {
  it('is read page by page, newest first, each event once', async () => {
    const numbers: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await service.ask(auditPageSchema, `/v1/audit?limit=2${cursor === undefined ? '' : `&cursor=${cursor}`}`, {
        headers: boss.headers,
      });
      numbers.push(...page.events.map(({ number }) => number));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => numbers.length - index));
    expect(numbers.length).toBeGreaterThan(5);
  });

  it('is filtered by who acted, what was done, to what and when', async () => {
    const page = async (query: string) => (await service.ask(auditPageSchema, `/v1/audit?${query}`, { headers: boss.headers })).events;
    const made = await page('action=account-created&actor=account:boss');
    expect(made.map(({ detail }) => detail.name)).toEqual(['王工']);
    expect((await page(`subject=${made[0]?.subject}`)).map(({ action }) => action)).toEqual(['account-created']);
    expect(await page('to=2001-01-01T00:00:00Z')).toEqual([]);
    expect((await page(`from=${made[0]?.at}`)).length).toBeGreaterThan(0);
    expect(await statusOf('/v1/audit?action=nothing', { headers: boss.headers })).toBe(400);
  });

  it('is for reviewers, accounts and stores for admins', async () => {
    const [engineer, reviewer] = [await personOf('engineer', 'engineer'), await personOf('reviewer', 'reviewer')];
    const statuses = async ({ headers }: SignedIn) =>
      Promise.all(['/v1/audit', '/v1/accounts', '/v1/doctor'].map((path) => statusOf(path, { headers })));
    expect(await statuses(engineer)).toEqual([403, 403, 403]);
    expect(await statuses(reviewer)).toEqual([200, 403, 403]);
    expect(await statuses(boss)).toEqual([200, 200, 200]);
    expect(await statusOf('/v1/accounts', json(asked('by reviewer'), 'POST', reviewer.headers))).toBe(403);
    expect(await statusOf(`/v1/accounts/${boss.id}/password`, json({ password: PASSWORD }, 'PUT', reviewer.headers))).toBe(403);
  });
});
