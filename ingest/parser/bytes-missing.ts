import { codeOf, FaultlineError } from '../../kernel/index.ts';

/**
 * That the bytes of a document are not where they were kept: those of a version that is being removed, or for a moment when equal
 * bytes of another one are. It says nothing about the document, so whoever reads it tries again.
 */
export function bytesMissing(cause?: unknown): FaultlineError {
  return new FaultlineError('storage-failed', 'The bytes of this document are not in the data folder any more; send it again.', { cause });
}

/** Whether an error is that this file is not there. */
export function isMissing(error: unknown, path: string): boolean {
  return codeOf(error) === 'ENOENT' && error instanceof Error && 'path' in error && error.path === path;
}
