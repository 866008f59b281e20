import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import type { WorkProgress } from '../../app/index.ts';
import type { CommandLine } from './command-line.ts';

export interface Progress {
  show(progress: WorkProgress): void;
  end(): void;
}

/** One bar a document on a terminal; elsewhere one line when a document changes its stage, so that logs stay short. */
export function openProgress(line: CommandLine): Progress {
  return line.isTerminal ? barProgress() : lineProgress(line);
}

function barProgress(): Progress {
  const bars = new MultiBar(
    { format: '{stage} {bar} {value}/{total} {name}', clearOnComplete: false, hideCursor: true },
    Presets.shades_grey,
  );
  const open = new Map<string, SingleBar>();
  return {
    show({ versionId, fileName, stage, done, total }) {
      const payload = { stage: stage.padEnd(8), name: fileName };
      const bar = open.get(versionId) ?? bars.create(total, 0, payload);
      open.set(versionId, bar);
      bar.setTotal(total);
      bar.update(done, payload);
    },
    end: () => bars.stop(),
  };
}

function lineProgress(line: CommandLine): Progress {
  const stages = new Map<string, string>();
  return {
    show({ versionId, fileName, stage, total }) {
      if (stages.get(versionId) === stage) return;
      stages.set(versionId, stage);
      line.note(`${fileName}: ${stage} (${total})\n`);
    },
    end: () => undefined,
  };
}
