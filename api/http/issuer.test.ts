import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sessionSchema } from '../contract/session.ts';
import { openService, type TestService } from './test-support/open-service.ts';
import { openTestIssuer, type TestIssuer } from './test-support/open-test-issuer.ts';

const HOST = 'http://localhost';
const MINUTE = 60_000;

let now = Date.parse('2026-03-01T06:00:00Z');
let issuer: TestIssuer;
let service: TestService;
beforeAll(async () => {
  issuer = await openTestIssuer(() => now);
  service = await openService(
    {
      oidcIssuer: issuer.address,
      oidcClientId: 'faultline',
      oidcRoles: 'maintenance=technician, realm admins=admin',
      oidcLabels: '维修',
      oidcLabelsClaim: 'plant/labels',
    },
    undefined,
    undefined,
    { now: () => now },
  );
});
afterAll(async () => {
  await service.close();
  await issuer.close();
});
afterEach(() => {
  issuer.plan = {};
});

const pairOf = (response: Response, name: string) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .find((pair) => pair.startsWith(`${name}=`) && pair !== `${name}=`) ?? '';

async function begun() {
  const response = await service.http.request(`${HOST}/v1/session/issuer`);
  expect(response.status).toBe(302);
  return { address: response.headers.get('location') ?? '', cookie: pairOf(response, 'faultline-sign-in'), response };
}
/** Comes back from the issuer; gives where the page is opened, and the cookie of the session. */
async function back(address: string, cookie: string) {
  const response = await service.http.request(address, {
    headers: { cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
  });
  return { to: response.headers.get('location'), session: pairOf(response, 'faultline-session') };
}
async function signIn() {
  const { address, cookie } = await begun();
  return back(issuer.authorise(address), cookie);
}
const who = (session: string) => service.ask(sessionSchema, '/v1/session', { headers: { cookie: session } });

describe('signing in at an issuer', () => {
  it('asks nothing of it before somebody signs in, and says that one can', async () => {
    expect(await service.ask(sessionSchema, '/v1/session')).toEqual({ kind: 'nobody', may: [], ways: ['key', 'issuer'] });
    expect(issuer.asked).toEqual([]);
  });

  it('sends a browser there with state, nonce and a challenge, all of which it keeps in a cookie of its own', async () => {
    const { address, response } = await begun();
    const asked = new URL(address).searchParams;
    expect(address.startsWith(`${issuer.address}/authorise?`)).toBe(true);
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      client_id: 'faultline',
      redirect_uri: `${HOST}/v1/session/issuer/callback`,
      code_challenge_method: 'S256',
    });
    const secrets = ['state', 'nonce', 'code_challenge'].map((name) => asked.get(name) ?? '');
    for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/);
    expect(new Set(secrets).size).toBe(3);
    expect(response.headers.get('set-cookie')).toMatch(/Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('lets in whom the issuer knows, by the role and labels that its claims give, and keeps its keys', async () => {
    issuer.plan = { claims: { plant: { labels: ['line-2'] } } };
    const { to, session } = await signIn();
    expect(to).toBe('/');
    expect(await who(session)).toMatchObject({ kind: 'person', actor: 'oidc:赵工', role: 'technician', labels: ['line-2', '维修'] });
    issuer.plan = { claims: { roles: ['maintenance', 'realm admins'] } };
    expect(await who((await signIn()).session)).toMatchObject({ role: 'admin', labels: ['维修'] });
    expect(issuer.asked.filter((path) => path === '/keys')).toHaveLength(1);
    expect(issuer.asked.filter((path) => path.includes('well-known'))).toHaveLength(1);
    const trail = await service.application.ledger.audit.list(service.application.config.tenant, { limit: 1 });
    expect(trail[0]).toMatchObject({ actor: 'oidc:赵工', action: 'signed-in' });
  });

  it.each([
    ['of another issuer', { iss: 'https://elsewhere.example' }],
    ['for another program', { aud: 'another' }],
    ['issued to another program', { aud: ['faultline', 'another'], azp: 'another' }],
    ['that has expired', { exp: 1_000 }],
    ['without an end', { exp: undefined }],
    ['that counts later', { nbf: 4_000_000_000 }],
    ['of another sign-in', { nonce: 'x'.repeat(43) }],
    ['without a nonce', { nonce: undefined }],
    ['of nobody', { sub: undefined }],
  ])('refuses a token %s', async (_, claims) => {
    issuer.plan = { claims };
    expect(await signIn()).toEqual({ to: '/?sign-in=refused', session: '' });
  });

  it('refuses a token that nobody signed, or another, or by another algorithm, or the public key as if it were a secret', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const other = await generateKeyPair('ES256');
    const signs: TestIssuer['plan'][] = [
      { sign: async (claims) => new UnsecuredJWT(claims).encode() },
      { sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'first' }).sign(privateKey) },
      { sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'first' }).sign(other.privateKey) },
      {
        sign: (claims) =>
          new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'first' }).sign(new TextEncoder().encode(issuer.publicKeyText)),
      },
      { sign: (claims) => issuer.signOtherwise(claims) },
      { sign: async (claims) => `${(await issuer.sign(claims)).slice(0, -4)}AAAA` },
      { sign: async () => 'no token' },
    ];
    for (const plan of signs) {
      issuer.plan = plan;
      expect(await signIn()).toEqual({ to: '/?sign-in=refused', session: '' });
    }
  });

  it('refuses what was begun in another browser, is brought back twice, or has another state', async () => {
    const [one, two] = [await begun(), await begun()];
    const refused = { to: '/?sign-in=refused', session: '' };
    expect(await back(issuer.authorise(one.address), two.cookie)).toEqual(refused);
    expect(await back(issuer.authorise(one.address), '')).toEqual(refused);
    const address = issuer.authorise(one.address);
    expect((await back(address, one.cookie)).to).toBe('/');
    expect(await back(address, one.cookie)).toEqual(refused);
    expect(await back(issuer.authorise(one.address), one.cookie)).toEqual(refused);
    const changed = new URL(issuer.authorise(two.address));
    changed.searchParams.set('state', 'x'.repeat(43));
    expect(await back(changed.href, two.cookie)).toEqual(refused);
  });

  it('refuses the answer of another issuer, one that lets nobody in, and one that comes too late', async () => {
    const refused = { to: '/?sign-in=refused', session: '' };
    const changes: ((address: URL) => void)[] = [
      (address) => address.searchParams.set('iss', 'https://elsewhere.example'),
      (address) => address.searchParams.delete('code'),
      () => {
        now += 10 * MINUTE;
      },
    ];
    for (const change of changes) {
      const { address, cookie } = await begun();
      const returned = new URL(issuer.authorise(address));
      change(returned);
      expect(await back(returned.href, cookie)).toEqual(refused);
    }
  });

  it('lets nobody in for whom no role is meant, and says so', async () => {
    for (const claims of [{ roles: ['guests'] }, { roles: undefined }, { preferred_username: undefined }, { preferred_username: '<x>' }]) {
      issuer.plan = { claims };
      const { to, session } = await signIn();
      expect(session).toBe('');
      expect(to).toMatch(/^\/\?sign-in=(no-role|refused)$/);
    }
    issuer.plan = { claims: { roles: ['guests'] } };
    expect((await signIn()).to).toBe('/?sign-in=no-role');
  });
});
