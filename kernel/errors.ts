/** Who has to act: the caller, whoever runs the service, or a service that Faultline calls. */
export type ErrorCategory = 'user' | 'system' | 'third-party';

interface ErrorEntry {
  readonly category: ErrorCategory;
  readonly status: number;
  readonly exit: number;
  readonly retryable: boolean;
  readonly title: string;
}

/** Every error that leaves the product, with its HTTP status (RFC 9457 problem) and CLI exit code (sysexits). Codes are promised. */
export const ERROR_TABLE = {
  'invalid-request': { category: 'user', status: 400, exit: 64, retryable: false, title: 'The request is not of the expected form' },
  'invalid-configuration': { category: 'user', status: 500, exit: 78, retryable: false, title: 'The configuration is not valid' },
  unauthenticated: { category: 'user', status: 401, exit: 77, retryable: false, title: 'It is not known who asks' },
  forbidden: { category: 'user', status: 403, exit: 77, retryable: false, title: 'That is not allowed' },
  'method-not-allowed': { category: 'user', status: 405, exit: 64, retryable: false, title: 'The address has no such method' },
  'request-timeout': { category: 'user', status: 408, exit: 75, retryable: true, title: 'The request came too slowly' },
  'request-too-large': { category: 'user', status: 413, exit: 65, retryable: false, title: 'The request is larger than allowed' },
  'unsupported-media-type': {
    category: 'user',
    status: 415,
    exit: 64,
    retryable: false,
    title: 'The request has no accepted content type',
  },
  'range-not-satisfiable': { category: 'user', status: 416, exit: 64, retryable: false, title: 'The range lies outside the document' },
  'question-too-long': { category: 'user', status: 413, exit: 65, retryable: false, title: 'The question is too long' },
  'document-too-large': { category: 'user', status: 413, exit: 65, retryable: false, title: 'The document is larger than allowed' },
  'unsupported-format': { category: 'user', status: 415, exit: 65, retryable: false, title: 'The format of the document is not supported' },
  'not-found': { category: 'user', status: 404, exit: 66, retryable: false, title: 'There is no such thing' },
  'no-page-image': { category: 'user', status: 404, exit: 66, retryable: false, title: 'The document has no page to draw' },
  'parse-failed': { category: 'user', status: 422, exit: 65, retryable: false, title: 'The document could not be read' },
  'limit-exceeded': { category: 'user', status: 422, exit: 65, retryable: false, title: 'The document breaks a limit of the reader' },
  conflict: { category: 'user', status: 409, exit: 65, retryable: false, title: 'The state does not allow that' },
  'too-many-requests': { category: 'user', status: 429, exit: 75, retryable: true, title: 'More is asked than can be taken at the moment' },
  busy: { category: 'system', status: 503, exit: 75, retryable: true, title: 'The service is busy' },
  'store-unavailable': {
    category: 'third-party',
    status: 503,
    exit: 75,
    retryable: true,
    title: 'A server that keeps the data cannot be reached',
  },
  'service-unreachable': {
    category: 'third-party',
    status: 503,
    exit: 75,
    retryable: true,
    title: 'The service that was named cannot be reached',
  },
  'store-moved': { category: 'system', status: 503, exit: 75, retryable: true, title: 'The data was moved to another place' },
  'deadline-exceeded': { category: 'system', status: 504, exit: 75, retryable: true, title: 'The time allowed ran out' },
  cancelled: { category: 'user', status: 503, exit: 130, retryable: true, title: 'The caller did not wait for this' },
  'storage-failed': { category: 'system', status: 500, exit: 74, retryable: true, title: 'The data folder could not be read or written' },
  'storage-full': { category: 'system', status: 507, exit: 74, retryable: true, title: 'There is no room left' },
  'storage-gone': { category: 'system', status: 503, exit: 74, retryable: true, title: 'The data folder is not the one that was opened' },
  'file-failed': { category: 'user', status: 500, exit: 74, retryable: false, title: 'A file or folder could not be used' },
  'damaged-bytes': {
    category: 'system',
    status: 500,
    exit: 74,
    retryable: false,
    title: 'The kept bytes of the document are damaged',
  },
  internal: { category: 'system', status: 500, exit: 70, retryable: false, title: 'Something is wrong in Faultline itself' },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERROR_TABLE;

/** The one error class: a stable code, a message that tells the user what to do, and the cause. Never holds document text or secrets. */
export class FaultlineError extends Error {
  override readonly name = 'FaultlineError';
  readonly code: ErrorCode;
  /** Whole seconds, at least 1, after which asking again may go better, where that is known. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown; retryAfterMilliseconds?: number | undefined }) {
    super(message, options);
    this.code = code;
    const wait = options?.retryAfterMilliseconds;
    this.retryAfter = wait === undefined ? undefined : Math.max(1, Math.ceil(wait / 1000));
  }

  get category(): ErrorCategory {
    return ERROR_TABLE[this.code].category;
  }

  get retryable(): boolean {
    return ERROR_TABLE[this.code].retryable;
  }
}

const DOWN: ReadonlySet<ErrorCode> = new Set([
  'storage-failed',
  'storage-full',
  'storage-gone',
  'busy',
  'store-unavailable',
  'deadline-exceeded',
]);

/** Whether a store itself is the trouble, so that others may answer in its place; anything else is a bug, a wrong request or a cancellation. */
export function isStoreDown(error: unknown): error is FaultlineError {
  return error instanceof FaultlineError && DOWN.has(error.code);
}

/** The error itself if it is ours, else `internal` with the cause kept and its message hidden. */
export function toFaultlineError(error: unknown): FaultlineError {
  if (error instanceof FaultlineError) return error;
  return new FaultlineError('internal', 'An unexpected error occurred; the log holds the details.', { cause: error });
}
