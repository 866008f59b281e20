import type { Document, JobEvent } from '../contract.ts';

type Stage = Extract<JobEvent, { kind: 'progress' }>['stage'];

/** What the service gave for a file that it keeps. */
export interface KeptUpload {
  readonly jobId: string;
  readonly documentId: string;
  /** The very same file was there before. */
  readonly isThere: boolean;
}

/** How far a file has come. */
export type UploadProgress =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending'; readonly sent: number }
  /** The service has it; others are read before it. */
  | ({ readonly kind: 'received' } & KeptUpload)
  | {
      readonly kind: 'reading';
      readonly documentId: string;
      readonly stage: Stage;
      readonly done: number;
      readonly total?: number;
      /** When this stage will be over if it goes on as it went, by the browser's clock in milliseconds; absent where that cannot be told. */
      readonly until?: number;
    }
  | {
      readonly kind: 'done';
      readonly documentId: string;
      readonly outcome: NonNullable<Document['outcome']>;
      readonly reason?: string;
      readonly isThere: boolean;
    }
  | {
      readonly kind: 'failed';
      readonly detail: string;
      /** The service has the file: it is its reading that is tried again. */
      readonly kept?: KeptUpload;
    };

/** A file on its way into the library. */
export interface Upload {
  readonly id: string;
  /** Path in the folder that was dropped, or the name of the file. */
  readonly path: string;
  readonly bytes: number;
  readonly progress: UploadProgress;
}

const STAGES: readonly Stage[] = ['survey', 'read', 'extract', 'project'];
/** Sending a file is the smaller part of taking it in. */
const SENDING = 0.2;

/** Which part of the work on a file is done, from 0 to 1. */
export function shareDone({ bytes, progress }: Upload): number {
  switch (progress.kind) {
    case 'waiting':
      return 0;
    case 'sending':
      return bytes === 0 ? 0 : (SENDING * progress.sent) / bytes;
    case 'received':
      return SENDING;
    case 'reading': {
      const { stage, done, total } = progress;
      const within = total === undefined || total === 0 ? 0 : Math.min(1, done / total);
      return SENDING + ((1 - SENDING) * (STAGES.indexOf(stage) + within)) / STAGES.length;
    }
    case 'done':
    case 'failed':
      return 1;
    default:
      return progress satisfies never;
  }
}

/** Whether nothing more happens to a file. */
export function isOver({ progress: { kind } }: Upload): boolean {
  return kind === 'done' || kind === 'failed';
}

/** Which part of the work on all files is done, each by its size. */
export function shareOfAll(uploads: readonly Upload[]): number {
  const all = uploads.reduce((sum, { bytes }) => sum + bytes + 1, 0);
  return all === 0 ? 0 : uploads.reduce((sum, upload) => sum + (upload.bytes + 1) * shareDone(upload), 0) / all;
}

/**
 * Milliseconds that are left by the browser's clock `now`: of what is read, whose pages or rows are counted. Absent while anything
 * else is under way or waits, since nobody can tell how long that takes.
 */
export function timeLeft(uploads: readonly Upload[], now: number): number | undefined {
  const ends = uploads
    .filter((upload) => !isOver(upload))
    .map(({ progress }) => (progress.kind === 'reading' ? progress.until : undefined));
  const told = ends.filter((end) => end !== undefined);
  if (told.length === 0 || told.length < ends.length) return undefined;
  const left = Math.max(...told) - now;
  // What takes longer than it looked like is not told to be over.
  return left > 0 ? left : undefined;
}

/** Whether a step that is told does not lead back: steps of two stages are told side by side. */
export function isAhead(progress: UploadProgress, { stage }: { readonly stage: Stage }): boolean {
  if (progress.kind !== 'reading') return true;
  // Facts are found in what was read while the rest is read: until then the file is being read.
  if (stage === 'extract' && progress.stage === 'read' && progress.done !== progress.total) return false;
  return STAGES.indexOf(stage) >= STAGES.indexOf(progress.stage);
}
