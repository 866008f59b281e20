import { createHash } from 'node:crypto';
import { createRemoteJWKSet, customFetch, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { type Clock, FaultlineError, RecentMap } from '../../../kernel/index.ts';
import type { Config } from '../../config.ts';
import { isSafeAddress } from '../../oidc-settings.ts';
import { askIssuer, type Fetch } from './ask-issuer.ts';
import { type IssuedPerson, personOfClaims } from './person-of-claims.ts';

/** What the issuer says of itself is asked for again after that. */
const DISCOVERY_MILLISECONDS = 3_600_000;
const FLOW_MILLISECONDS = 600_000;
const SECRET_BYTES = 32;
const MOST_USED = 10_000;
const CLOCK_TOLERANCE_SECONDS = 30;

/** What a browser brings back from the issuer, kept by it in a cookie meanwhile. All but the time are random. */
export interface SignInFlow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** When it began, milliseconds, UTC. */
  readonly at: number;
}

/** An issuer at which people sign in, by the authorisation code flow with PKCE, state and nonce. */
export interface Issuer {
  /** Where to send the browser. @throws FaultlineError `unauthenticated` when the issuer is away. */
  begin(redirectAddress: string): Promise<{ readonly address: string; readonly flow: SignInFlow }>;
  /**
   * Who came back. `parameters` are those of the address that the browser was sent to; each flow ends once.
   * @throws FaultlineError `unauthenticated`; `forbidden` for whom no role is meant.
   */
  finish(flow: SignInFlow, parameters: URLSearchParams, redirectAddress: string): Promise<IssuedPerson>;
}

export interface IssuerTools {
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Gives so many random bytes. */
  readonly random: (bytes: number) => Uint8Array;
}

const endpoint = z.string().refine(isSafeAddress);
const discoverySchema = z.object({
  issuer: z.string(),
  authorization_endpoint: endpoint,
  token_endpoint: endpoint,
  jwks_uri: endpoint,
});
const tokensSchema = z.object({ id_token: z.string() });

/** Nothing goes to the issuer before somebody signs in. @param issuer as its tokens name it. */
export function openIssuer(config: Config, issuer: string, { fetch, clock, random }: IssuerTools): Issuer {
  const used = new RecentMap<string, true>(MOST_USED);
  const clientId = config.oidcClientId;
  let known: { readonly at: number; readonly value: Promise<Provider> } | undefined;
  const secret = () => Buffer.from(random(SECRET_BYTES)).toString('base64url');

  /** The keys of the issuer, where it can be reached at all. */
  const reached: Fetch = (address, init) =>
    fetch(address, init).catch((error: unknown) => {
      throw refused('The keys of the issuer could not be had: try again.', error);
    });

  async function discover() {
    const found = await askIssuer(fetch, `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, discoverySchema);
    if (found.issuer !== issuer) throw refused('The issuer names itself otherwise than FAULTLINE_OIDC_ISSUER does.');
    // Keys are kept, and asked for again when a token names one that is not known, at most twice a minute.
    const keys = createRemoteJWKSet(new URL(found.jwks_uri), { timeoutDuration: 5_000, cooldownDuration: 30_000, [customFetch]: reached });
    return { ...found, keys };
  }

  function provider(): Promise<Provider> {
    const at = clock.now();
    if (known !== undefined && at - known.at < DISCOVERY_MILLISECONDS) return known.value;
    const value = discover();
    known = { at, value };
    value.catch(() => {
      known = undefined;
    });
    return value;
  }

  async function claimsOf(token: string, { keys }: Provider, nonce: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: config.oidcAudience === '' ? clientId : config.oidcAudience,
        algorithms: [config.oidcAlgorithm],
        requiredClaims: ['sub', 'iat', 'exp', 'nonce'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: new Date(clock.now()),
      });
      if (payload.nonce !== nonce) throw refused('The token is of another sign-in.');
      if (payload.azp !== undefined && payload.azp !== clientId) throw refused('The token is for another program.');
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError) throw refused('The token of the issuer does not hold.', error);
      throw error;
    }
  }

  return {
    async begin(redirectAddress) {
      const { authorization_endpoint } = await provider();
      const flow = { state: secret(), nonce: secret(), verifier: secret(), at: clock.now() };
      const address = new URL(authorization_endpoint);
      const asked = {
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectAddress,
        scope: 'openid profile',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: createHash('sha256').update(flow.verifier).digest('base64url'),
        code_challenge_method: 'S256',
      };
      for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
      return { address: address.href, flow };
    },

    async finish({ state, nonce, verifier, at }, parameters, redirectAddress) {
      const age = clock.now() - at;
      if (age < 0 || age >= FLOW_MILLISECONDS) throw refused('Signing in took too long: begin again.');
      if (parameters.get('state') !== state || used.has(state)) throw refused('This sign-in was not begun here, or has ended.');
      used.set(state, true);
      const from = parameters.get('iss');
      if (from !== null && from !== issuer) throw refused('Another issuer answered.');
      const code = parameters.get('code');
      if (code === null) throw refused('The issuer let nobody in.');
      const found = await provider();
      const form = { grant_type: 'authorization_code', code, redirect_uri: redirectAddress, code_verifier: verifier };
      const { id_token } = await askIssuer(fetch, found.token_endpoint, tokensSchema, { method: 'POST', ...asClient(form, config) });
      return personOfClaims(await claimsOf(id_token, found, nonce), config);
    },
  };
}

type Provider = z.infer<typeof discoverySchema> & { readonly keys: ReturnType<typeof createRemoteJWKSet> };

/** A form in the name of this service: with its secret in the header as RFC 6749 (section 2.3.1) has it, else by name alone. */
function asClient(form: Readonly<Record<string, string>>, { oidcClientId, oidcClientSecret }: Config): RequestInit {
  const head = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
  if (oidcClientSecret === '') return { headers: head, body: new URLSearchParams({ ...form, client_id: oidcClientId }).toString() };
  const credentials = Buffer.from(`${encodeURIComponent(oidcClientId)}:${encodeURIComponent(oidcClientSecret)}`).toString('base64');
  return { headers: { ...head, authorization: `Basic ${credentials}` }, body: new URLSearchParams(form).toString() };
}

function refused(message: string, cause?: unknown): FaultlineError {
  return new FaultlineError('unauthenticated', message, cause === undefined ? {} : { cause });
}
