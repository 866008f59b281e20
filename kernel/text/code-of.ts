/** The code that Node.js, a driver or a database gave an error (`ENOENT`, `SQLITE_BUSY`, `Neo.ClientError…`); empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
