import { Readable } from 'node:stream';
import { readSecret } from '../read-secret.ts';
import { runCommandLine } from '../run-command-line.ts';

export interface Told {
  readonly code: number;
  readonly out: string;
  readonly note: string;
}

/**
 * Runs one command of the command line on a data folder, without a terminal, and gives its exit code and all that it told; `input`
 * is what stands on its standard input, `signal` what stops it.
 */
export async function runTold(
  home: string,
  words: readonly string[],
  input = '',
  signal: AbortSignal = new AbortController().signal,
): Promise<Told> {
  const told = { out: '', note: '' };
  const code = await runCommandLine([...words, '--home', home], {
    out: (text) => {
      told.out += text;
    },
    note: (text) => {
      told.note += text;
    },
    isTerminal: false,
    startedAs: 'faultline',
    isInteractive: false,
    secret: (prompt) => readSecret({ input: Readable.from([input]), note: () => undefined, signal }, prompt),
    signal,
  });
  return { code, ...told };
}
