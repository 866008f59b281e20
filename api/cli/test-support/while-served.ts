import { runCommandLine } from '../run-command-line.ts';

/** Where a service listens that `faultline serve` runs, and all that it has told. */
export interface Served {
  readonly address: string;
  readonly notes: string;
}

/** Runs `faultline serve` on a data folder, on a free port, while `work` is done. */
export async function whileServed(home: string, words: readonly string[], work: (served: Served) => Promise<void>): Promise<void> {
  const stop = new AbortController();
  let notes = '';
  let tell = () => {};
  const listening = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const served = runCommandLine(['serve', '--port', '0', '--home', home, ...words], {
    out: () => undefined,
    note: (text) => {
      notes += text;
      if (text.startsWith('Open the page')) tell();
    },
    isTerminal: false,
    startedAs: 'faultline',
    isInteractive: false,
    secret: () => Promise.reject(new Error('nothing is asked')),
    signal: stop.signal,
  });
  try {
    await Promise.race([listening, served]);
    const address = /listens on (\S+)/.exec(notes)?.[1];
    if (address === undefined) throw new Error(`it told no address: ${notes}`);
    await work({ address, notes });
  } finally {
    stop.abort();
    await served;
  }
}
