import { keepHeapSmall, startedAs } from '../../app/index.ts';
import { escapeControls } from './escape-controls.ts';
import { readSecret } from './read-secret.ts';
import { runCommandLine } from './run-command-line.ts';

/** The program as a process runs it: its arguments, its streams and the signals that end it. */
export async function runProgram(): Promise<void> {
  keepHeapSmall();

  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort(new Error('interrupted')));
  process.once('SIGTERM', () => stop.abort(new Error('terminated')));

  // A reader that has seen enough (`faultline … | head`) ends the command; nothing went wrong.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });

  const note = (text: string) => void process.stderr.write(process.stderr.isTTY === true ? escapeControls(text) : text);
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    out: (text) => void process.stdout.write(process.stdout.isTTY === true ? escapeControls(text) : text),
    note,
    startedAs: startedAs(),
    isTerminal: process.stderr.isTTY === true,
    isInteractive: process.stdin.isTTY === true,
    secret: (prompt) => readSecret({ input: process.stdin, note, signal: stop.signal }, prompt),
    signal: stop.signal,
  });
}
