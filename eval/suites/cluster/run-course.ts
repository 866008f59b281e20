import { setTimeout as pause } from 'node:timers/promises';
import { type Application, configuredCaller, listJobs, type Service, serveHere, workJobs } from '../../../app/index.ts';
import { FaultlineError, makeDocumentId, makeVersionId, sha256, toFaultlineError } from '../../../kernel/index.ts';
import type { LastingDocument, Step } from './course.ts';
import type { TrialClock } from './trial-clock.ts';

const AGAIN_MILLISECONDS = 200;
const PATIENCE_MILLISECONDS = 900_000;
const LOOK_MILLISECONDS = 100;
/** Work that waits for its next attempt or for a store to come back need not wait in earnest. */
const REST_OVER = 5_000;
const LOOKS_A_REST = 5;

/** A process that takes documents and questions of a site which others work. */
export interface Sender {
  readonly application: Application;
  readonly service: Service;
  readonly clock: TrialClock;
  readonly signal: AbortSignal;
}

export function makeSender(application: Application, clock: TrialClock, signal: AbortSignal): Sender {
  return { application, service: serveHere(application), clock, signal };
}

/** Does one step, again and again while the site says that it cannot at the moment: that is what whoever sends has to do. */
export async function takeStep(sender: Sender, step: Step): Promise<void> {
  const { application, service, signal } = sender;
  const caller = configuredCaller(application.config);
  switch (step.kind) {
    case 'send':
      return insist(signal, () => send(sender, step));
    case 'settle':
      return settle(sender);
    case 'delete': {
      const document = makeDocumentId(caller.tenant, step.uri);
      return insist(signal, () =>
        step.by === 'sender'
          ? ifThere(service.deleteDocument(caller, document, signal))
          : application.ledger.deleteDocument(document, caller.actor).then(() => undefined),
      );
    }
    case 'take-back': {
      const document = makeDocumentId(caller.tenant, step.uri);
      const version = makeVersionId(document, sha256(step.text));
      return insist(signal, () => ifThere(service.deleteVersion(caller, { document, version }, signal)));
    }
  }
}

/**
 * Waits until nothing is left to do: no job, no removal, nothing to project.
 * @throws FaultlineError `internal` naming what is left when that takes minutes.
 */
export async function settle(sender: Sender): Promise<void> {
  const { application, clock, signal } = sender;
  const until = performance.now() + PATIENCE_MILLISECONDS;
  for (let look = 1; ; look++) {
    let left: Left | undefined;
    await insist(signal, async () => {
      left = await workLeft(application);
    });
    if (left === undefined || left.what.length === 0) return;
    if (performance.now() > until) throw new FaultlineError('internal', `Work does not come to an end: ${left.what.join('; ')}`);
    if (left.isResting && look % LOOKS_A_REST === 0) clock.moveAhead(REST_OVER);
    await pause(LOOK_MILLISECONDS, undefined, { signal });
  }
}

interface Left {
  readonly what: readonly string[];
  /** Whether all of it waits for its next attempt. */
  readonly isResting: boolean;
}

async function workLeft(application: Application): Promise<Left> {
  const jobs = await listJobs(application, configuredCaller(application.config), { states: ['queued', 'running'], limit: 100 });
  const retracting = await application.ledger.retracting();
  const isProjecting = await application.ledger.outbox.isWaiting();
  return {
    what: [
      ...jobs.map((job) => `job ${job.state} ${job.document?.uri ?? job.subject} ${job.progress?.stage ?? ''} ${job.reason ?? ''}`),
      ...retracting.map((version) => `removal of ${version}`),
      ...(isProjecting ? ['units to project'] : []),
    ],
    isResting: jobs.length > 0 && jobs.every(({ state }) => state === 'queued'),
  };
}

async function send({ service, application, signal }: Sender, { uri, text, labels }: Extract<Step, { kind: 'send' }>): Promise<void> {
  const caller = configuredCaller(application.config);
  const kept = await service.keepBytes(caller, bytesOf(text));
  await service.acceptDocument(caller, { kept, fileName: uri, uri, claims: { labels } }, signal);
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8');
}

/** Sends what is to be there and nothing else, in an order of its own, to a site that is not disturbed and works it itself. */
export async function sendLasting(sender: Sender, documents: readonly LastingDocument[]): Promise<void> {
  for (const { uri, versions } of documents) {
    for (const { text, labels } of versions) {
      await send(sender, { kind: 'send', uri, text, labels });
      await workJobs(sender.application, { untilSettled: true }, sender.signal);
    }
  }
}

/** What is gone already need not be removed. */
async function ifThere(removal: Promise<void>): Promise<void> {
  try {
    await removal;
  } catch (error) {
    if (!(error instanceof FaultlineError) || error.code !== 'not-found') throw error;
  }
}

async function insist(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  const until = performance.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!toFaultlineError(error).retryable || performance.now() > until) throw error;
    }
    await pause(AGAIN_MILLISECONDS, undefined, { signal });
  }
}
