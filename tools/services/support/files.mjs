import { existsSync, readFileSync } from 'node:fs';

/** The text of a file, '' where there is none. */
export function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** The last lines of a log, for the sentence that says why a server ended. */
export function tail(file, lines = 25) {
  return readText(file).trimEnd().split('\n').slice(-lines).join('\n');
}
