const NO_HANDLES = /^(EMFILE|ENFILE)$/;

/** What to do, where an error says that no more files can be opened; it must not need a file to say so. */
export function tooFewFiles(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return NO_HANDLES.test(code)
    ? 'Faultline cannot start: too few files may be open at a time; raise the limit (`ulimit -n`, `LimitNOFILE=` of systemd) to 1024 or more.'
    : undefined;
}
