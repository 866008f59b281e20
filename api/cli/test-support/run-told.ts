import { runCommandLine } from '../run-command-line.ts';

export interface Told {
  readonly code: number;
  readonly out: string;
  readonly note: string;
}

/** Runs one command of the command line on a data folder, without a terminal, and gives its exit code and all that it told. */
export async function runTold(home: string, words: readonly string[]): Promise<Told> {
  const told = { out: '', note: '' };
  const code = await runCommandLine([...words, '--home', home], {
    out: (text) => {
      told.out += text;
    },
    note: (text) => {
      told.note += text;
    },
    isTerminal: false,
    signal: new AbortController().signal,
  });
  return { code, ...told };
}
