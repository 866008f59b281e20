import { z } from 'zod';
import { FaultlineError, parseJson } from '../../kernel/index.ts';

/** A running service: its address, as whom it is asked, and by what (`fetch`). */
export interface Target {
  /** `https://faultline.plant.example`, with or without a path. */
  readonly url: string;
  readonly key?: string;
  readonly fetch: typeof fetch;
  /** Waits. @throws the signal's reason. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

const ATTEMPTS = 5;
const PAUSE_MILLISECONDS = 1000;
const LONGEST_PAUSE_MILLISECONDS = 30_000;
const PATIENCE_MILLISECONDS = 120_000;
const problemShape = z.object({ title: z.string(), detail: z.string().optional() });

/**
 * Sends a request and gives the JSON that comes back, checked by a schema; one that is refused since too much is asked at once is sent
 * again after a while. Follows no redirection, which would take the key elsewhere.
 * @throws FaultlineError `invalid-request`, `unauthenticated`, `forbidden`, `busy`, `service-unreachable`; the signal's reason.
 */
export async function askTarget<Out>(
  target: Target,
  path: string,
  body: unknown,
  schema: z.ZodType<Out>,
  signal: AbortSignal,
): Promise<Out> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await sent(target, path, body, signal);
    if (response.status === 429 || response.status === 503) {
      await response.body?.cancel();
      const after = Number(response.headers.get('retry-after') ?? Number.NaN) * 1000;
      const wait = Number.isFinite(after) ? after : PAUSE_MILLISECONDS * 2 ** (attempt - 1);
      if (attempt >= ATTEMPTS || wait > LONGEST_PAUSE_MILLISECONDS)
        throw new FaultlineError('busy', `The target ${target.url} is busy (status ${response.status}); run the suite when fewer ask.`);
      await target.pause(wait, signal);
      continue;
    }
    const text = await response.text();
    if (!response.ok) throw refused(target, path, response.status, text);
    const read = schema.safeParse(parseJson(text));
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    const why = issue === undefined ? '' : ` (${issue.path.join('.') || 'the whole'}: ${issue.message})`;
    throw new FaultlineError(
      'invalid-request',
      `The target ${target.url} answers ${path} in another form${why}: give the address of a Faultline of this version.`,
    );
  }
}

async function sent({ url, key, fetch }: Target, path: string, body: unknown, signal: AbortSignal): Promise<Response> {
  const late = AbortSignal.timeout(PATIENCE_MILLISECONDS);
  const headers = {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
  };
  try {
    return await fetch(`${url.replace(/\/+$/u, '')}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      redirect: 'manual',
      signal: AbortSignal.any([signal, late]),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    signal.throwIfAborted();
    const what = late.aborted ? `did not answer within ${PATIENCE_MILLISECONDS / 1000} s` : 'cannot be reached';
    throw new FaultlineError('service-unreachable', `The target ${url} ${what}; check the address, and that the service runs.`, { cause });
  }
}

function refused({ url, key }: Target, path: string, status: number, text: string): FaultlineError {
  const remedy = key === undefined ? 'give a file with one in --key-file' : 'the one in --key-file is not known there';
  if (status === 401)
    return new FaultlineError('unauthenticated', `The target ${url} wants a key (\`faultline keys create\` there makes one): ${remedy}.`);
  if (status === 403)
    return new FaultlineError('forbidden', `The target ${url} does not allow this key to call ${path}; give one that may ask and read.`);
  if (status >= 300 && status < 400)
    return new FaultlineError('invalid-request', `The target ${url} sends requests elsewhere (status ${status}); give that address.`);
  const problem = problemShape.safeParse(parseJson(text));
  const said = problem.success ? `: ${problem.data.title}. ${problem.data.detail ?? ''}`.trimEnd() : '; is it a Faultline?';
  return new FaultlineError('invalid-request', `The target ${url} refuses ${path} with status ${status}${said}`);
}
