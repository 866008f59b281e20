import { MultiBar, Presets, SingleBar } from 'cli-progress';
import type { PlanProgress, WorkProgress } from '../../app/index.ts';
import type { CommandLine } from './command-line.ts';

export interface Progress {
  /** Takes the progress events of jobs as they happen, of several documents in any order. */
  show(progress: WorkProgress): void;
  end(): void;
}

/** One bar a document on a terminal; elsewhere one line when a document comes to a stage, so that logs stay short. */
export function openProgress(line: CommandLine): Progress {
  return line.isTerminal ? barProgress() : lineProgress(line);
}

/** The same for a look at files that reads none to its end: one bar over all of them, elsewhere a line a file. */
export function openLook(line: CommandLine): { readonly show: (progress: PlanProgress) => void; readonly end: () => void } {
  if (!line.isTerminal) {
    return { show: ({ uri, number, total }) => line.note(`${uri}: survey (${number} of ${total} files)\n`), end: () => undefined };
  }
  const bar = new SingleBar({ format: 'survey   {bar} {value}/{total} files {name}', hideCursor: true }, Presets.shades_grey);
  return {
    show({ uri, number, total }) {
      // The one that is looked at is not done yet.
      if (bar.isActive) bar.update(number - 1, { name: uri });
      else bar.start(total, number - 1, { name: uri });
    },
    end: () => bar.stop(),
  };
}

function barProgress(): Progress {
  const bars = new MultiBar(
    { format: '{stage} {bar} {value}/{total} {unit}s{rate} {name}', clearOnComplete: false, hideCursor: true },
    Presets.shades_grey,
  );
  const open = new Map<string, SingleBar>();
  return {
    show({ versionId, fileName, stage, done, total, unit, rate }) {
      // What goes on beside another stage, to an end that is not known yet, has no place on a bar.
      if (total === undefined) return;
      const payload = { stage: stage.padEnd(8), name: fileName, unit, rate: rate === undefined ? '' : ` (${rate}/s)` };
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
    end: () => undefined,
  };
}
