import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { FaultlineError, isReadOutcome } from '../../../kernel/index.ts';
import type { HttpCaller } from '../http/http-caller.ts';
import { get, type HttpRequest } from '../http/http-request.ts';

const listShape = z.object({
  documents: z.array(
    z.object({ id: z.string(), uri: z.string(), state: z.string(), outcome: z.string().optional(), reason: z.string().optional() }),
  ),
  next: z.string().optional(),
});
const jobsShape = z.object({ jobs: z.array(z.object({ id: z.string() })) });
const PAUSE_MILLISECONDS = 500;

export interface Expected {
  /** Documents that the service said it had taken and that nobody asked it to delete, by id. */
  readonly acknowledged: ReadonlySet<string>;
  /** Documents whose deletion it acknowledged. */
  readonly deleted: ReadonlySet<string>;
}

export interface Kept {
  readonly documents: number;
  /** A sentence each: lost, there again, `failed`, twice. */
  readonly faults: readonly string[];
}

/** Waits until nothing is left to read. @throws FaultlineError `internal` when that takes longer than `milliseconds`. */
export async function untilRead(http: HttpCaller, key: string | undefined, milliseconds: number, signal: AbortSignal): Promise<void> {
  const until = performance.now() + milliseconds;
  for (;;) {
    const open = await Promise.all(['queued', 'running'].map((state) => ask(http, get('/v1/jobs', { state, limit: 1 }), key, jobsShape)));
    if (open.every(({ jobs }) => jobs.length === 0)) return;
    if (performance.now() > until) throw new FaultlineError('internal', `Documents are still being read after ${milliseconds / 1000} s.`);
    await wait(PAUSE_MILLISECONDS, undefined, { signal });
  }
}

/** Holds what is listed, when nothing is left to read, against what was acknowledged. */
export async function checkKept(http: HttpCaller, key: string | undefined, { acknowledged, deleted }: Expected): Promise<Kept> {
  const listed: z.infer<typeof listShape>['documents'] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await ask(http, get('/v1/documents', { limit: 1000, cursor }), key, listShape);
    listed.push(...page.documents);
    cursor = page.next;
  }
  const ids = new Set(listed.map(({ id }) => id));
  const names = new Map<string, number>();
  for (const { uri } of listed) names.set(uri, (names.get(uri) ?? 0) + 1);
  return {
    documents: listed.length,
    faults: [
      ...[...acknowledged].filter((id) => !ids.has(id)).map((id) => `${id} was acknowledged and is lost`),
      ...[...deleted].filter((id) => ids.has(id)).map((id) => `${id} was deleted and is there again`),
      ...listed
        .filter(({ outcome, state }) => state !== 'settled' || !isReadOutcome(outcome))
        .map(({ uri, state, outcome, reason }) => `${uri} is ${state}, ${outcome ?? 'without outcome'}: ${reason ?? 'no reason'}`),
      ...[...names].filter(([, times]) => times > 1).map(([uri, times]) => `${uri} is there ${times} times`),
    ],
  };
}

async function ask<Out>(http: HttpCaller, asked: HttpRequest, key: string | undefined, shape: z.ZodType<Out>): Promise<Out> {
  const { status, body } = await http.send(asked, key);
  const text = body.toString('utf8');
  if (status !== 200) throw new FaultlineError('internal', `${asked.path} gave ${status}: ${text}`);
  return shape.parse(JSON.parse(text));
}
