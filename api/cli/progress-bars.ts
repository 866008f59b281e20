import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import type { WorkProgress } from '../../app/index.ts';
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
