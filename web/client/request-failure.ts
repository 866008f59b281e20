import type { Problem } from '../contract.ts';

/** Why a request gave nothing: the service cannot be reached or broke off, or it answered with a problem. */
export class RequestFailure extends Error {
  readonly kind: 'connection' | 'problem';
  /** Stable code of the problem. */
  readonly code?: string;

  private constructor(kind: 'connection' | 'problem', detail: string, code?: string) {
    super(detail);
    this.name = 'RequestFailure';
    this.kind = kind;
    if (code !== undefined) this.code = code;
  }

  static connection(cause: unknown): RequestFailure {
    return new RequestFailure('connection', cause instanceof Error ? cause.message : String(cause));
  }

  static problem({ detail, code }: Pick<Problem, 'detail' | 'code'>): RequestFailure {
    return new RequestFailure('problem', detail, code);
  }
}
