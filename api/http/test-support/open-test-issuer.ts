import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose';

/** What the token of the next sign-in is made of; what is not said is right. */
interface TokenPlan {
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Makes the token itself, of claims that are right. */
  readonly sign?: (claims: JWTPayload) => Promise<string>;
}

/** An issuer of this process that signs with keys of its own. */
export interface TestIssuer {
  readonly address: string;
  /** The public key as others could take it for a shared secret. */
  readonly publicKeyText: string;
  plan: TokenPlan;
  /** Paths that were asked for, in their order. */
  readonly asked: string[];
  /** Lets somebody in at the address that a browser was sent to, and gives the address that it is sent back to. */
  authorise(address: string): string;
  sign(claims: JWTPayload): Promise<string>;
  /** By the very same key, with the padding of another algorithm. */
  signOtherwise(claims: JWTPayload): Promise<string>;
  close(): Promise<void>;
}

/** @param now milliseconds, UTC. */
export async function openTestIssuer(now: () => number): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  // It does not say for which algorithm it is, as many do not: that has to be settled by who trusts it.
  const jwk = { ...(await exportJWK(publicKey)), kid: 'first', use: 'sig' };
  const otherwise = await importJWK(await exportJWK(privateKey), 'PS256');
  const codes = new Map<string, URLSearchParams>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://issuer');
    issuer.asked.push(pathname);
    answer(pathname, request).then(
      (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      (error: unknown) => response.writeHead(400).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(path: string, request: IncomingMessage): Promise<unknown> {
    switch (path) {
      case '/.well-known/openid-configuration':
        return {
          issuer: address,
          authorization_endpoint: `${address}/authorise`,
          token_endpoint: `${address}/token`,
          jwks_uri: `${address}/keys`,
        };
      case '/keys':
        return { keys: [jwk] };
      case '/token':
        return { id_token: await tokenFor(await formOf(request)), token_type: 'Bearer', access_token: 'none' };
      default:
        throw new Error(`there is no ${path}`);
    }
  }

  /** A code counts once, for whoever shows what the challenge was made of. */
  async function tokenFor(form: URLSearchParams): Promise<string> {
    const asked = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (asked === undefined || asked.get('code_challenge') !== challenge) throw new Error('invalid_grant');
    if (asked.get('redirect_uri') !== form.get('redirect_uri') || form.get('client_id') !== 'faultline') throw new Error('invalid_client');
    const seconds = Math.floor(now() / 1000);
    const claims = {
      iss: address,
      aud: 'faultline',
      sub: 'f81d4fae',
      iat: seconds,
      exp: seconds + 300,
      nonce: asked.get('nonce') ?? '',
      preferred_username: '赵工',
      roles: ['maintenance'],
      ...issuer.plan.claims,
    };
    return (issuer.plan.sign ?? issuer.sign)(claims);
  }

  const issuer: TestIssuer = {
    address,
    publicKeyText: JSON.stringify(jwk),
    plan: {},
    asked: [],
    authorise(to) {
      const asked = new URL(to).searchParams;
      const code = `code-${codes.size}-${asked.get('state')}`;
      codes.set(code, asked);
      const back = new URL(asked.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({ code, state: asked.get('state') ?? '', iss: address }).toString();
      return back.href;
    },
    signOtherwise: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'PS256', kid: 'first' }).sign(otherwise),
    sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'first' }).sign(privateKey),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return issuer;
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
