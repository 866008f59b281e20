import { codeOf, FaultlineError } from '../../kernel/index.ts';

/** Calls that change something: a path that they do not find is a place where nothing can be put. */
const CHANGES: ReadonlySet<string> = new Set([
  'mkdir',
  'mkdtemp',
  'rename',
  'write',
  'copyfile',
  'link',
  'symlink',
  'unlink',
  'rm',
  'rmdir',
]);

/**
 * What the file system said of a path, as what whoever typed the command can do about it; any other error as it is. The one place where
 * the command line words faults of files. @param named what the user called the path, where the error does not hold it.
 */
export function fileFault(error: unknown, named?: string): unknown {
  if (!(error instanceof Error) || error instanceof FaultlineError) return error;
  const code = codeOf(error);
  const path = named ?? ('path' in error && typeof error.path === 'string' ? error.path : undefined);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const where = path === undefined ? '' : ` for "${path}"`;
    return new FaultlineError('storage-full', `The disk has no room left${where}: free some space, or name another place.`, {
      cause: error,
    });
  }
  if (path === undefined) return error;
  const isChange = 'syscall' in error && typeof error.syscall === 'string' && CHANGES.has(error.syscall);
  const said = SENTENCES[code]?.(path);
  if (said === undefined) return error;
  return new FaultlineError(!isChange && MISSING.has(code) ? 'not-found' : 'file-failed', said, { cause: error });
}

const MISSING: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

const rights = (path: string): string =>
  `"${path}" may not be used by the user who runs this: give that user the right to it, or name another place.`;

const SENTENCES: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `There is no file or folder "${path}": correct the name, or make the folder that it lies in.`,
  ENOTDIR: (path) => `"${path}" cannot be there: a part of that path is a file and no folder. Correct the path.`,
  EISDIR: (path) => `"${path}" is a folder, and a file is wanted: name a file.`,
  EEXIST: (path) => `"${path}" is there already and is no folder: name another place.`,
  EACCES: rights,
  EPERM: rights,
  EROFS: (path) => `"${path}" is on a disk that takes no writes: name another place.`,
  EIO: (path) => `The disk could not read or write "${path}": look at the disk.`,
  ELOOP: (path) => `"${path}" is a link that leads round in a circle: name what is meant.`,
  ENAMETOOLONG: (path) => `"${path}" is longer than a name may be: name a shorter one.`,
};
