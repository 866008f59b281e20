import { stat } from 'node:fs/promises';
import { FaultlineError } from '../../kernel/index.ts';
import { bytesMissing } from '../parser/bytes-missing.ts';
import type { Conclusion, ReadLimits, SegmentChunk, Survey } from '../parser/document-parser.ts';
import { EMPTY_TALLY, makeQualityReport } from '../parser/quality-report.ts';
import { allowedTime } from './allowed-time.ts';
import type { EmbedRequest, Ended, FromChild, Progress, ReadRequest } from './messages.ts';
import { type ChildEnd, READER_ENTRY, type ReadingChild, startChild } from './start-child.ts';

/** What happens while a document is read; exactly one `ended`, and it is the last. */
export type ReadEvent =
  | Extract<Progress, { kind: 'survey' }>
  | { readonly kind: 'chunk'; readonly chunk: SegmentChunk; readonly refined?: unknown }
  | Ended;

/** Documents after which a reading process is replaced: what a library leaves behind in it does not add up. */
const DOCUMENTS_A_PROCESS = 200;
/** A process that holds more than this after a document is replaced. */
const RESTING_BYTES = 512 * 1024 * 1024;
const IDLE_MILLISECONDS = 60_000;
/** A page may be recognised as it lies, the other way round and upright. */
const RECOGNITION_TRIES = 3;

/** Reads documents in a process of its own, which is started when first needed; what is asked side by side, in one process each. */
export interface DocumentReader {
  /**
   * Reads one document. A breach of time or memory ends as `limit-exceeded`, a crash as `failed`; chunks that were given out
   * before stay good. The process is a few chunks ahead of what was taken and no more.
   * @throws the signal's reason when aborted; FaultlineError `storage-failed` when the file is not there; nothing else.
   */
  read(request: ReadRequest, signal: AbortSignal): AsyncGenerator<ReadEvent>;
  /**
   * Vectors of texts, made in the same process, whose entry must know how.
   * @throws FaultlineError `busy` when the process was lost over it, which another attempt mends; `invalid-configuration` when it
   * cannot be done as it is set up; the signal's reason when aborted.
   */
  embed(request: EmbedRequest, limits: ReadLimits, signal: AbortSignal): Promise<readonly Float32Array[]>;
  /** Ends the process. A reading that is under way fails. */
  close(): Promise<void>;
}

interface Served {
  readonly child: ReadingChild;
  documents: number;
  resident: number;
  /** Ends it when it has rested for long. */
  idle?: NodeJS.Timeout;
}

/**
 * Opens a reader whose process runs `entry`. One process reads document after document; it is replaced after a breach, a fault
 * or an abort, after many documents, or when its memory grew, and ends when nothing was asked for a while.
 */
export function openDocumentReader(entry: URL = READER_ENTRY): DocumentReader {
  const running = new Set<Served>();
  /** The one that rested last is taken first, so that those that are too many come to their end. */
  const resting: Served[] = [];
  let lastEmbedding: Promise<unknown> = Promise.resolve();

  function take(limits: ReadLimits): Served {
    for (let held = resting.pop(); held !== undefined; held = resting.pop()) {
      clearTimeout(held.idle);
      if (held.child.isAlive && held.child.heapMegabytes === limits.heapMegabytes) return held;
      void drop(held);
    }
    const served: Served = { child: startChild(entry, limits.heapMegabytes), documents: 0, resident: 0 };
    running.add(served);
    return served;
  }

  async function drop(served: Served): Promise<void> {
    await served.child.stop();
    running.delete(served);
  }

  /** Keeps a process that has done its work, if it is good for more. */
  async function giveBack(served: Served): Promise<void> {
    if (served.documents >= DOCUMENTS_A_PROCESS || served.resident > RESTING_BYTES) return drop(served);
    served.child.rest();
    resting.push(served);
    served.idle = setTimeout(() => {
      resting.splice(resting.indexOf(served), 1);
      void drop(served);
    }, IDLE_MILLISECONDS).unref();
  }

  async function* read(request: ReadRequest, signal: AbortSignal): AsyncGenerator<ReadEvent> {
    signal.throwIfAborted();
    // The reading process says of a file that is not there that it is missing.
    const bytes = await stat(request.path).then(
      ({ size }) => size,
      () => 0,
    );
    signal.throwIfAborted();
    const served = take(request.limits);
    const { child } = served;
    const abort = (): void => void child.stop();
    signal.addEventListener('abort', abort, { once: true });
    const time = startTime(child, request.limits, bytes);
    let last: Progress | undefined;
    let survey: Survey | undefined = request.survey;
    let done = 0;
    let isDone = false;
    try {
      child.begin({ ...request.limits, allowedMilliseconds: time.allowed });
      child.send({ kind: 'read', request });
      for (;;) {
        const received = await child.receive();
        signal.throwIfAborted();
        if (!('message' in received)) {
          yield endedBy(breach(received.end, request, time.allowed), last, survey, done);
          return;
        }
        const { message } = received;
        if (message.kind === 'surveyed') {
          time.surveyed(message.unit, message.done);
          continue;
        }
        if (message.kind === 'recognising') {
          time.recognising();
          continue;
        }
        if (message.kind !== 'progress') {
          if (message.kind === 'fault' && message.code === 'storage-failed') throw bytesMissing(message);
          yield endedBy(unexpected(message, request), last, survey, done);
          return;
        }
        served.resident = message.resident;
        last = message.progress;
        if (last.kind === 'ended') {
          isDone = true;
          served.documents += 1;
          yield last;
          return;
        }
        if (last.kind === 'survey') {
          survey = last.survey;
          yield last;
        } else {
          done = last.chunk.done;
          if (survey !== undefined) time.read(survey.unit, done);
          const { report: _, ...chunk } = last;
          yield chunk;
        }
        child.send({ kind: 'next' });
      }
    } finally {
      signal.removeEventListener('abort', abort);
      await (isDone ? giveBack(served) : drop(served));
    }
  }

  /** One after the other, so that asking ahead starts no second process. */
  function embed(request: EmbedRequest, limits: ReadLimits, signal: AbortSignal): Promise<readonly Float32Array[]> {
    const turn = lastEmbedding.then(() => embedNow(request, limits, signal));
    lastEmbedding = turn.catch(() => undefined);
    return turn;
  }

  async function embedNow(request: EmbedRequest, limits: ReadLimits, signal: AbortSignal): Promise<readonly Float32Array[]> {
    signal.throwIfAborted();
    const served = take(limits);
    const { child } = served;
    const abort = (): void => void child.stop();
    signal.addEventListener('abort', abort, { once: true });
    let isDone = false;
    try {
      child.begin({ ...limits, allowedMilliseconds: limits.wallMilliseconds });
      child.send({ kind: 'embed', request });
      const received = await child.receive();
      signal.throwIfAborted();
      const message = 'message' in received ? received.message : undefined;
      if (message?.kind === 'fault' && message.code === 'invalid-configuration') {
        throw new FaultlineError('invalid-configuration', message.message);
      }
      if (message?.kind !== 'embedded' || message.vectors.length !== request.texts.length) {
        throw new FaultlineError('busy', 'The reading process was lost while it embedded passages; try again.', { cause: received });
      }
      isDone = true;
      return message.vectors;
    } finally {
      signal.removeEventListener('abort', abort);
      await (isDone ? giveBack(served) : drop(served));
    }
  }

  return {
    read,
    embed,
    async close() {
      for (const { idle } of resting.splice(0)) clearTimeout(idle);
      await Promise.all([...running].map(drop));
    },
  };
}

type Breach = Pick<Conclusion, 'outcome'> & { readonly reason: string };

/** Extends the time of a process as its survey and then its chunks come on. */
function startTime(child: ReadingChild, limits: ReadLimits, bytes: number) {
  let surveyed = 0;
  let read = 0;
  let allowed = allowedTime({ bytes, unit: 'page', done: 0 }, limits);
  const grow = (unit: Survey['unit']): void => {
    const more = allowedTime({ bytes, unit, done: surveyed + read }, limits);
    child.extend(Math.max(0, more - allowed), 0);
    allowed = Math.max(allowed, more);
  };
  let recognised = 0;
  return {
    get allowed() {
      return allowed;
    },
    /** Once for each page at most: no document gets time by asking for it. */
    recognising(): void {
      if (recognised >= limits.maxRecognisedPages + 1) return;
      recognised += 1;
      const more = RECOGNITION_TRIES * limits.recognitionMilliseconds;
      child.extend(more, more);
    },
    surveyed(unit: Survey['unit'], done: number): void {
      surveyed = Math.max(surveyed, done);
      grow(unit);
    },
    read(unit: Survey['unit'], done: number): void {
      read = Math.max(read, done);
      grow(unit);
    },
  };
}

function breach(end: ChildEnd, request: ReadRequest, allowed: number): Breach {
  switch (end) {
    case 'out-of-memory':
      return outOfMemory(request);
    case 'out-of-time':
      return {
        outcome: 'limit-exceeded',
        reason: `Reading took more work than the ${Math.ceil(allowed / 1000)} s allowed for its size and what was read of it.`,
      };
    case 'crashed':
      return { outcome: 'failed', reason: 'The reading process ended unexpectedly.' };
  }
}

function outOfMemory({ limits }: ReadRequest): Breach {
  const { heapMegabytes, residentMegabytes } = limits;
  return {
    outcome: 'limit-exceeded',
    reason: `Reading needed more memory than the allowed ${heapMegabytes} MB of objects and ${residentMegabytes} MB in all.`,
  };
}

function unexpected(message: Exclude<FromChild, { kind: 'progress' | 'surveyed' | 'recognising' }>, request: ReadRequest): Breach {
  if (message.kind === 'fault' && message.code === 'limit-exceeded') return outOfMemory(request);
  const what = message.kind === 'fault' ? ` (${message.message})` : '';
  return { outcome: 'failed', reason: `The reader failed on this document${what}.` };
}

function endedBy({ outcome, reason }: Breach, last: Progress | undefined, survey: Survey | undefined, done: number): Ended {
  const read =
    survey !== undefined && done > 0
      ? ` What was read before is kept: ${done} of ${survey.total} ${survey.unit}s, a part of the document only.`
      : ' Nothing of it was read.';
  return {
    kind: 'ended',
    outcome,
    reason: `${reason}${read}`,
    report: last?.report ?? makeQualityReport(EMPTY_TALLY, { ofRows: false, warnings: [] }),
    properties: survey?.properties ?? { language: 'none' },
  };
}
