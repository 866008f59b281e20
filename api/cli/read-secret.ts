import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { FaultlineError } from '../../kernel/index.ts';

interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  /** Where the prompt goes. */
  readonly note: (text: string) => void;
  readonly signal: AbortSignal;
}

/**
 * A secret that stands in no list of processes and no history: asked for on a terminal without showing it, else the first line of
 * what comes in.
 * @throws FaultlineError `invalid-request` where nothing comes.
 */
export async function readSecret({ input, note, signal }: Terminal, prompt: string): Promise<string> {
  const isTerminal = input.isTTY === true;
  if (isTerminal) note(prompt);
  const shown = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: shown, terminal: isTerminal, signal });
  try {
    // What is typed is edited by the terminal's own interface, which shows it nowhere.
    const line = await new Promise<string | undefined>((resolve) => {
      lines.once('line', resolve);
      lines.once('close', () => resolve(undefined));
    });
    if (isTerminal) note('\n');
    if (line !== undefined && line !== '') return line;
    throw new FaultlineError('invalid-request', 'No password came: type it when asked, or send it as the first line of standard input.');
  } finally {
    lines.close();
  }
}
