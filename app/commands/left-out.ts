import { FaultlineError } from '../../kernel/index.ts';

/** A thing under the arguments that is not taken in. */
export interface LeftOut {
  /** As a file's uri; characters that cannot stand in a line are escaped. */
  readonly uri: string;
  /** `special`: no regular file; `link`: leads out of its folder or to a folder; `name`: cannot be kept as a name. */
  readonly kind: 'special' | 'link' | 'name' | 'unreadable' | 'too-large';
  /** A sentence that says what to do where something can be done. */
  readonly reason: string;
}

/** Why the system does not let a file be read. */
export function unreadable(uri: string, error: unknown): LeftOut {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return { uri, kind: 'unreadable', reason: REASONS[code] ?? `The system does not let it be read (${code}).` };
}

/** What became of a file that could not be read to its end; undefined for an error that speaks of something else. */
export function leftOutBy(uri: string, error: unknown): LeftOut | undefined {
  if (error instanceof FaultlineError && error.code === 'document-too-large') return { uri, kind: 'too-large', reason: error.message };
  if (!(error instanceof SourceError)) return undefined;
  return leftOutByFile(uri, error.cause);
}

/** What became of a file whose reading threw `error`. */
export function leftOutByFile(uri: string, error: unknown): LeftOut {
  return error instanceof FaultlineError ? { uri, kind: 'special', reason: error.message } : unreadable(uri, error);
}

/** That the file which is to be taken in failed, and not what it is written to. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'You may not read it; give yourself the right to.',
  EPERM: 'You may not read it; give yourself the right to.',
  ENOENT: 'It leads to nothing, or was removed meanwhile.',
  ELOOP: 'It is a link that leads round in a circle.',
};
