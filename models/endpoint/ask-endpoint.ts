import { FaultlineError } from '../../kernel/index.ts';

/** How an endpoint is asked. */
export interface EndpointCall {
  /** The path of what is asked for (`/embeddings`) is added to its own. */
  readonly url: string;
  /** Sent as a bearer token; never part of a message. */
  readonly key?: string;
  /** Longest wait for one attempt. */
  readonly milliseconds: number;
  /** Attempts in all, at least 1. */
  readonly attempts: number;
  /** Waits between two attempts. @throws the signal's reason. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

/** What an endpoint is asked for. */
export interface EndpointService {
  /** For people: `embedding endpoint`. */
  readonly name: string;
  /** Beginning with `/`. */
  readonly path: string;
  /** What its settings begin with: `FAULTLINE_EMBEDDING`. */
  readonly settings: string;
}

const FIRST_PAUSE_MILLISECONDS = 250;
/** An endpoint may ask to be left alone for a while; one that asks for longer is taken for one that is away. */
const LONGEST_PAUSE_MILLISECONDS = 10_000;
/** Too much at once, or a fault that may pass. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

type Attempt =
  | { readonly kind: 'answer'; readonly answer: unknown }
  | { readonly kind: 'again'; readonly fault: FaultlineError; readonly after?: number };

/**
 * Posts a body as JSON and gives the JSON that comes back, at most `mostBytes` of it. Follows no redirection, which would take the
 * key elsewhere.
 * @throws FaultlineError `store-unavailable`, `invalid-configuration`; the signal's reason.
 */
export async function askEndpoint(
  service: EndpointService,
  call: EndpointCall,
  body: unknown,
  mostBytes: number,
  signal: AbortSignal,
): Promise<unknown> {
  const text = JSON.stringify(body);
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted();
    const outcome = await tryOnce(service, call, text, mostBytes, signal);
    if (outcome.kind === 'answer') return outcome.answer;
    const wait = outcome.after ?? FIRST_PAUSE_MILLISECONDS * 2 ** (attempt - 1);
    if (attempt >= call.attempts || wait > LONGEST_PAUSE_MILLISECONDS) throw outcome.fault;
    await call.pause(wait, signal);
  }
}

async function tryOnce(
  service: EndpointService,
  call: EndpointCall,
  body: string,
  mostBytes: number,
  signal: AbortSignal,
): Promise<Attempt> {
  const late = AbortSignal.timeout(call.milliseconds);
  const both = AbortSignal.any([signal, late]);
  try {
    const response = await fetch(`${call.url.replace(/\/+$/, '')}${service.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(call.key === undefined ? {} : { authorization: `Bearer ${call.key}` }) },
      body,
      redirect: 'manual',
      signal: both,
    });
    if (!response.ok) return await refused(response, service, call);
    return { kind: 'answer', answer: parseJson(await readWhole(response, service, mostBytes), service) };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof FaultlineError) throw error;
    const what = late.aborted ? `did not answer within ${call.milliseconds} ms` : 'cannot be reached';
    return { kind: 'again', fault: away(service, call, what, error) };
  }
}

/** What a refusal says besides its number may repeat what was sent, so it is not shown. */
async function refused(response: Response, service: EndpointService, call: EndpointCall): Promise<Attempt> {
  const { status, headers } = response;
  await response.body?.cancel();
  if (PASSING.has(status)) {
    const after = Number(headers.get('retry-after') ?? Number.NaN) * 1000;
    const fault = away(service, call, `answers with status ${status}`);
    return Number.isFinite(after) && after >= 0 ? { kind: 'again', fault, after } : { kind: 'again', fault };
  }
  throw new FaultlineError('invalid-configuration', `The ${service.name} ${hostOf(call)} ${whyRefused(status, service)}.`);
}

function whyRefused(status: number, { settings }: EndpointService): string {
  if (status === 401 || status === 403) {
    return `does not accept the key (status ${status}); check ${settings}_KEY or ${settings}_KEY_FILE`;
  }
  if (status >= 300 && status < 400) return `sends requests elsewhere (status ${status}); give its address in ${settings}_URL`;
  return `refuses requests (status ${status}); check ${settings}_URL, ${settings}_MODEL and its own log`;
}

function away({ name }: EndpointService, call: EndpointCall, what: string, cause?: unknown): FaultlineError {
  return new FaultlineError('store-unavailable', `The ${name} ${hostOf(call)} ${what}; check that it runs.`, { cause });
}

/** For people; an address may hold a password. */
function hostOf({ url }: EndpointCall): string {
  return new URL(url).host;
}

async function readWhole(response: Response, { name }: EndpointService, mostBytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.byteLength;
    if (length > mostBytes) throw new FaultlineError('invalid-configuration', `The ${name} answers with more than was asked for.`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parseJson(text: string, { name, settings }: EndpointService): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The cause would tell what was answered, which may repeat what was sent.
    throw new FaultlineError('invalid-configuration', `The ${name} does not answer with JSON; check ${settings}_URL.`);
  }
}
