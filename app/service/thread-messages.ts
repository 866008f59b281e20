import {
  type Caller,
  ERROR_TABLE,
  type ErrorCode,
  FaultlineError,
  type TracedStep,
  type TracePlace,
  toFaultlineError,
} from '../../kernel/index.ts';
import type { AuditEvent } from '../../ledger/index.ts';
import type { Config } from '../config.ts';

/** What a thread is for: the one writer also works jobs. */
export type ThreadRole = 'reader' | 'writer';

/** What a thread is started with. */
export interface ThreadStart {
  readonly config: Config;
  readonly role: ThreadRole;
}

export type ToThread =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly caller: Caller; readonly input: unknown }
  /** The next item of a stream is wanted. */
  | { readonly kind: 'pull'; readonly id: number }
  /** The caller has gone: stop at the next step. */
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'stop' };

export type FromThread =
  | { readonly kind: 'ready' }
  /** A reader noted what was asked; the writer has to record it. */
  | { readonly kind: 'audit'; readonly event: AuditEvent }
  /** Work that has ended, for traces, which the thread that serves callers sends. */
  | { readonly kind: 'trace'; readonly step: TracedStep; readonly place?: TracePlace }
  /** The result of a command, or an item of a stream. */
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  /** A stream has no more items. */
  | { readonly kind: 'end'; readonly id: number }
  /** Without an id: the thread could not start. */
  | { readonly kind: 'fault'; readonly id?: number; readonly fault: Fault };

/** An error as it crosses threads. */
export interface Fault {
  readonly code: ErrorCode;
  readonly message: string;
  /** Seconds, as `FaultlineError.retryAfter`. */
  readonly retryAfter: number | undefined;
  /** For the log only. */
  readonly stack: string;
}

export function faultOf(error: unknown): Fault {
  const { code, message, retryAfter } = toFaultlineError(error);
  return { code, message, retryAfter, stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

export function errorOf({ code, message, retryAfter, stack }: Fault): FaultlineError {
  const cause = new Error(`in another thread: ${stack}`);
  return new FaultlineError(code in ERROR_TABLE ? code : 'internal', message, {
    cause,
    retryAfterMilliseconds: retryAfter === undefined ? undefined : retryAfter * 1000,
  });
}
