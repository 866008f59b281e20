import { codeOf, FaultlineError } from '../kernel/index.ts';

export const FULL = 'The disk of the data folder is full: free some space, then send it again.';
const NO_SPACE = /^(ENOSPC|EDQUOT)$/;
const NO_HANDLES = /^(EMFILE|ENFILE)$/;
const NO_DISK = /^(EIO|EROFS|EACCES|EPERM|ENOENT|ENOTDIR)$/;

/** What a file system said, as what it means to whoever runs the service; anything else as it is. */
export function diskFault(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof FaultlineError) return error;
  const code = codeOf(error);
  if (NO_SPACE.test(code)) return new FaultlineError('storage-full', FULL, { cause: error });
  if (NO_HANDLES.test(code)) {
    const remedy = 'raise the limit of open files of the service (`ulimit -n`, `LimitNOFILE=` of systemd) to 1024 or more';
    return new FaultlineError('storage-failed', `No more files can be opened: ${remedy}.`, { cause: error });
  }
  if (NO_DISK.test(code)) {
    return new FaultlineError('storage-failed', `The data folder cannot be written (${code}): correct its owner, its rights or its disk.`, {
      cause: error,
    });
  }
  return error;
}
