import { RequestFailure } from '../client/request-failure.ts';
import type { SentFile } from '../client/upload-document.ts';
import type { JobEvent, UploadAnswer } from '../contract.ts';
import { isAhead, type KeptUpload, type Upload, type UploadProgress } from './upload.ts';

/** A browser opens six connections to a service; questions need some of them. */
const SENT_AT_ONCE = 2;
const FOLLOWED_AT_ONCE = 2;
const SECOND = 1_000;

export interface ChosenFile {
  readonly path: string;
  readonly file: File;
}

export interface UploadSteps {
  send(file: SentFile, sent: (bytes: number) => void): Promise<UploadAnswer>;
  follow(jobId: string): AsyncIterable<JobEvent>;
  /** Has a job that was given up worked anew. */
  requeue(jobId: string): Promise<void>;
  /** Resolves when it is time to try again after a lost connection. */
  pause(): Promise<void>;
  /** The browser's clock, in milliseconds. */
  now(): number;
  changed(uploads: readonly Upload[]): void;
}

/** Sends files, a few at once, and follows the reading of each; what goes wrong with one keeps no other from going on. */
export class UploadQueue {
  readonly #steps: UploadSteps;
  readonly #files = new Map<string, SentFile>();
  #uploads: readonly Upload[] = [];
  #count = 0;
  #sending = 0;
  #following = 0;

  constructor(steps: UploadSteps) {
    this.#steps = steps;
  }

  /** `labels`: those that all of them are sent with. */
  add(files: readonly ChosenFile[], labels: readonly string[] = []): void {
    const added = files.map(({ path, file }): Upload => {
      const id = String(++this.#count);
      this.#files.set(id, { file, path, labels });
      return { id, path, bytes: file.size, progress: { kind: 'waiting' } };
    });
    this.#set([...this.#uploads, ...added]);
    this.#goOn();
  }

  async retry(id: string): Promise<void> {
    const progress = this.#uploads.find((one) => one.id === id)?.progress;
    if (progress?.kind !== 'failed') return;
    const { kept } = progress;
    try {
      if (kept !== undefined) await this.#steps.requeue(kept.jobId);
      this.#change(id, kept === undefined ? { kind: 'waiting' } : { kind: 'received', ...kept });
    } catch (error) {
      this.#change(id, { ...failed(error), ...(kept === undefined ? {} : { kept }) });
    }
    this.#goOn();
  }

  /** Takes what is over off the list. */
  clear(): void {
    this.#set(this.#uploads.filter(({ progress: { kind } }) => kind !== 'done' && kind !== 'failed'));
  }

  #goOn(): void {
    for (const { id, progress } of this.#uploads) {
      if (progress.kind === 'waiting' && this.#sending < SENT_AT_ONCE) void this.#send(id);
      if (progress.kind === 'received' && this.#following < FOLLOWED_AT_ONCE) void this.#follow(id, progress);
    }
  }

  async #send(id: string): Promise<void> {
    const file = this.#files.get(id);
    if (file === undefined) return;
    this.#sending += 1;
    this.#change(id, { kind: 'sending', sent: 0 });
    try {
      const { document, jobId, status } = await this.#untilReached(() =>
        this.#steps.send(file, (sent) => this.#change(id, { kind: 'sending', sent })),
      );
      this.#files.delete(id);
      this.#change(id, { kind: 'received', jobId, documentId: document.id, isThere: status === 'duplicate' });
    } catch (error) {
      this.#change(id, failed(error));
    }
    this.#sending -= 1;
    this.#goOn();
  }

  async #follow(id: string, { jobId, documentId, isThere }: KeptUpload): Promise<void> {
    const kept = { jobId, documentId, isThere };
    this.#following += 1;
    const begun: UploadProgress = { kind: 'reading', documentId, stage: 'survey', done: 0 };
    let progress: UploadProgress = begun;
    this.#change(id, begun);
    try {
      for await (const event of this.#steps.follow(jobId)) {
        // Another attempt goes over what was read before.
        if (event.kind === 'running' && event.attempt > 1) progress = begun;
        if (event.kind === 'progress' && !isAhead(progress, event)) continue;
        const next = progressOf(event, kept, this.#steps.now());
        if (next === undefined) continue;
        progress = next;
        this.#change(id, next);
      }
    } catch (error) {
      this.#change(id, { ...failed(error), kept });
    }
    this.#following -= 1;
    this.#goOn();
  }

  async #untilReached<Result>(send: () => Promise<Result>): Promise<Result> {
    for (;;) {
      try {
        return await send();
      } catch (error) {
        if (!(error instanceof RequestFailure) || error.kind === 'problem') throw error;
        await this.#steps.pause();
      }
    }
  }

  #change(id: string, progress: UploadProgress): void {
    this.#set(this.#uploads.map((upload) => (upload.id === id ? { ...upload, progress } : upload)));
  }

  #set(uploads: readonly Upload[]): void {
    this.#uploads = uploads;
    this.#steps.changed(uploads);
  }
}

function progressOf(event: JobEvent, kept: KeptUpload, now: number): UploadProgress | undefined {
  switch (event.kind) {
    case 'progress': {
      const { stage, done, total, rate } = event;
      const isCounted = (stage === 'read' || stage === 'extract') && total !== undefined && rate !== undefined && rate > 0 && done > 0;
      const until = isCounted ? { until: now + ((total - done) / rate) * SECOND } : {};
      return { kind: 'reading', documentId: kept.documentId, stage, done, ...(total === undefined ? {} : { total }), ...until };
    }
    case 'done':
      return {
        kind: 'done',
        documentId: kept.documentId,
        outcome: event.outcome ?? 'visible',
        isThere: kept.isThere,
        ...(event.reason === undefined ? {} : { reason: event.reason }),
      };
    case 'dead':
    case 'cancelled':
      return { kind: 'failed', detail: event.reason, kept };
    case 'queued':
    case 'running':
    case 'waiting':
      return undefined;
    default:
      return event satisfies never;
  }
}

function failed(error: unknown): Extract<UploadProgress, { kind: 'failed' }> {
  return { kind: 'failed', detail: error instanceof Error ? error.message : String(error) };
}
