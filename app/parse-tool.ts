/** What makes the chunks of a version: another parser or other corrections (by their digest; empty: none) make other chunks. */
export function parseTool(parserVersion: string, digest: string): string {
  return digest === '' ? parserVersion : `${parserVersion} corrected ${digest}`;
}
