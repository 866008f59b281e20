import type { Document, JobEvent } from '../contract.ts';

type Stage = Extract<JobEvent, { kind: 'progress' }>['stage'];

/** What the service gave for a file that it keeps. */
export interface KeptUpload {
  readonly jobId: string;
  readonly documentId: string;
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
    }
  | { readonly kind: 'done'; readonly documentId: string; readonly outcome: NonNullable<Document['outcome']>; readonly reason?: string }
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

/** Before this nothing can be said of the time that is left. */
const LEAST_MILLISECONDS = 2_000;
const LEAST_SHARE = 0.02;

/** Milliseconds that are left if it goes on as it went; absent while too little has been seen. */
export function timeLeft(share: number, elapsed: number): number | undefined {
  return elapsed < LEAST_MILLISECONDS || share < LEAST_SHARE ? undefined : (elapsed * (1 - share)) / share;
}
