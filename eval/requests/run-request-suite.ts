import { createRandom } from '../../datasets/index.ts';
import { describedOperations, type Operation } from './described-operations.ts';
import { type DrawnRequest, drawRequest } from './draw-request.ts';

export interface RequestSuiteOptions {
  /** Sends a request to a service whose caller may do everything. */
  readonly send: (path: string, init: RequestInit) => Promise<Response>;
  readonly seed: number;
  readonly count: number;
  /** Requests at a time; from 1. */
  readonly atOnce: number;
}

export interface OperationFigures {
  readonly operation: string;
  readonly requests: number;
  readonly statuses: Readonly<Record<string, number>>;
}

export interface RequestReport {
  readonly seed: number;
  readonly requests: number;
  readonly operations: readonly OperationFigures[];
  /** A sentence each: an answer of 5xx that is not by design, a status that is not described, a problem that is none, a hang. */
  readonly faults: readonly string[];
}

/** By design: what has to wait, or for which there is no room. */
const BY_DESIGN: ReadonlySet<number> = new Set([503, 507]);
/** Head of a request from which the connection ends it, before it is of any operation, and what of it the headers may be; in bytes. */
const LONGEST_HEAD = 16_384;
const OTHER_HEADERS = 2_048;
const PATIENCE_MILLISECONDS = 120_000;
const BROKEN = 0.05;
const ID = /\b(?:doc|ver|psg|job|rev|dec|ent|key|fct|apk)_[0-9a-f]{32}\b/g;
const MOST_IDS = 500;
const ABSENT = ['doc', 'ver', 'psg', 'job', 'rev', 'dec', 'ent', 'key', 'fct', 'apk'].map((kind) => `${kind}_${'0'.repeat(32)}`);

/** Sends requests drawn from what the service says of itself, and holds what comes against it. */
export async function runRequestSuite(
  { send, seed, count, atOnce }: RequestSuiteOptions,
  onRequest: (done: number) => void,
  signal: AbortSignal,
): Promise<RequestReport> {
  const { operations, named } = describedOperations(await (await send('/openapi.json', {})).json());
  const figures = new Map<string, { requests: number; statuses: Record<string, number> }>();
  const ids = new Set(ABSENT);
  const faults: string[] = [];
  let next = 0;
  let done = 0;

  async function one(): Promise<void> {
    const number = next++;
    const random = createRandom(seed, `request ${number}`);
    const operation = random.pick(operations);
    const drawn = drawRequest(operation, { random, named, ids: [...ids], broken: random.chance(0.5) ? 0 : BROKEN });
    const told = `${number} ${operation.name} ${drawn.path.slice(0, 200)}`;
    const answer = await within(send(drawn.path, drawn.init), signal);
    if (answer === undefined) return void faults.push(`${told}: no answer within ${PATIENCE_MILLISECONDS / 1000} s`);
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') === true;
    const text = isStream ? '' : await answer.text();
    if (isStream) await answer.body?.cancel();
    const fault = faultOf(operation, drawn, answer, text);
    if (fault !== undefined) faults.push(`${told}: ${fault}`);
    for (const [id] of text.matchAll(ID)) if (ids.size < MOST_IDS) ids.add(id);
    const figure = figures.get(operation.name) ?? { requests: 0, statuses: {} };
    figures.set(operation.name, figure);
    figure.requests += 1;
    figure.statuses[answer.status] = (figure.statuses[answer.status] ?? 0) + 1;
  }

  async function work(): Promise<void> {
    while (next < count) {
      signal.throwIfAborted();
      await one();
      done += 1;
      onRequest(done);
    }
  }

  await Promise.all(Array.from({ length: atOnce }, work));
  const listed = [...figures].map(([operation, figure]) => ({ operation, ...figure }));
  return { seed, requests: done, operations: listed.sort((a, b) => (a.operation < b.operation ? -1 : 1)), faults };
}

function faultOf({ statuses, name }: Operation, { path }: DrawnRequest, { status, headers }: Response, text: string): string | undefined {
  if (status === 431 && path.length > LONGEST_HEAD - OTHER_HEADERS) return undefined;
  if (status >= 500 && !BY_DESIGN.has(status)) return `${status} ${text.slice(0, 300)}`;
  if (!statuses.has(status) && !BY_DESIGN.has(status)) return `${status} is not described ${text.slice(0, 300)}`;
  if (status >= 400 && name !== 'isReady' && headers.get('content-type') !== 'application/problem+json')
    return `${status} is no problem+json`;
  return undefined;
}

/** Undefined when nothing came in time. */
async function within(answer: Promise<Response>, signal: AbortSignal): Promise<Response | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MILLISECONDS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
    signal.throwIfAborted();
  }
}
