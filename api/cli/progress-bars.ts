import { MultiBar, Presets, SingleBar } from 'cli-progress';
import type { IngestTotals, PlanProgress, ReadingWords, WorkProgress } from '../../app/index.ts';
import type { CommandLine } from './command-line.ts';
import { escapeControls } from './escape-controls.ts';

export interface Progress {
  /** Takes the progress events of jobs as they happen, of several documents in any order. */
  show(progress: WorkProgress): void;
  total(totals: IngestTotals): void;
  end(): void;
}

const MINUTE_MILLISECONDS = 60_000;

/**
 * A bar over all documents with the time that is left, and one for each that is being read, on a terminal; elsewhere one line when a document
 * comes to a stage, so that logs stay short. `now` in milliseconds.
 */
export function openProgress(
  line: CommandLine,
  words: ReadingWords,
  now: () => number,
  terminal: NodeJS.WritableStream = process.stderr,
): Progress {
  return line.isTerminal ? barProgress(words, now, terminal) : lineProgress(line);
}

/** What bars write goes past `note`, since it moves the cursor itself; a name that somebody gave a file must not. */
function onOneLine(name: string): string {
  return escapeControls(name).replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}

/** How far all have come, for people; what is left is told by the time that the bytes behind took. */
export function sayTotals({ ended, files, failed, share }: IngestTotals, words: ReadingWords, elapsed: number): string {
  const left =
    share > 0 && share < 1 ? `${words.comma}${words.timeLeft(Math.round((elapsed * (1 - share)) / share / MINUTE_MILLISECONDS))}` : '';
  return `${words.progress(ended, files, failed)}${left}`;
}

/** The same for a look at files that reads none to its end: one bar over all of them, elsewhere a line a file. */
export function openLook(
  line: CommandLine,
  terminal: NodeJS.WritableStream = process.stderr,
): { readonly show: (progress: PlanProgress) => void; readonly end: () => void } {
  if (!line.isTerminal) {
    return { show: ({ uri, number, total }) => line.note(`${uri}: survey (${number} of ${total} files)\n`), end: () => undefined };
  }
  const bar = new SingleBar(
    { format: 'survey   {bar} {value}/{total} files {name}', hideCursor: true, stream: terminal },
    Presets.shades_grey,
  );
  return {
    show({ uri, number, total }) {
      // The one that is looked at is not done yet.
      if (bar.isActive) bar.update(number - 1, { name: onOneLine(uri) });
      else bar.start(total, number - 1, { name: onOneLine(uri) });
    },
    end: () => bar.stop(),
  };
}

function barProgress(words: ReadingWords, now: () => number, terminal: NodeJS.WritableStream): Progress {
  const bars = new MultiBar(
    { format: '{stage} {bar} {value}/{total} {unit}s{rate} {name}', clearOnComplete: false, hideCursor: true, stream: terminal },
    Presets.shades_grey,
  );
  const open = new Map<string, SingleBar>();
  const began = now();
  let all: SingleBar | undefined;
  return {
    total(totals) {
      const said = sayTotals(totals, words, now() - began);
      all ??= bars.create(totals.files, 0, { said }, { format: '{bar} {said}' });
      all.update(totals.ended, { said });
      const done = totals.last === undefined ? undefined : open.get(totals.last);
      if (done === undefined || totals.last === undefined) return;
      // A line for each of a thousand would push the rest off the screen.
      bars.remove(done);
      open.delete(totals.last);
    },
    show({ versionId, fileName, stage, done, total, unit, rate }) {
      // What goes on beside another stage, to an end that is not known yet, has no place on a bar.
      if (total === undefined) return;
      const payload = { stage: stage.padEnd(8), name: onOneLine(fileName), unit, rate: rate === undefined ? '' : ` (${rate}/s)` };
      const bar = open.get(versionId) ?? bars.create(total, 0, payload);
      open.set(versionId, bar);
      bar.setTotal(total);
      bar.update(done, payload);
    },
    end: () => bars.stop(),
  };
}

function lineProgress(line: CommandLine): Progress {
  const told = new Set<string>();
  return {
    show({ versionId, fileName, stage, total, unit }) {
      const name = `${versionId} ${stage}`;
      if (told.has(name)) return;
      told.add(name);
      line.note(`${fileName}: ${stage}${total === undefined ? '' : ` (${total} ${unit}s)`}\n`);
    },
    total: () => undefined,
    end: () => undefined,
  };
}
