import { readFileSync } from 'node:fs';

/** The text of a file, '' where there is none: a server removes its own files when it ends. */
export function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}

/** The last lines of a log, for the sentence that says why a server ended. */
export function tail(file, lines = 25) {
  return readText(file).trimEnd().split('\n').slice(-lines).join('\n');
}
