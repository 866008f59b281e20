import { readdirSync } from 'node:fs';
import { type ProcessStatus, processStatus, proportionalBytes } from '../../ingest/index.ts';

const EVERY_MILLISECONDS = 200;

export interface MemoryWatch {
  /**
   * Megabytes (10^6 bytes) in memory at the highest moment seen; undefined where the system does not tell (no `/proc`). Pages that
   * processes share, as the program's own, count once: each has its share of them (PSS).
   */
  peakMegabytes(): number | undefined;
  stop(): void;
}

/** Watches the memory of a process with all processes below it. */
export function watchMemory(pid: number | undefined): MemoryWatch {
  if (pid === undefined || processStatus(process.pid) === undefined) return { peakMegabytes: () => undefined, stop: () => undefined };
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, megabytesOfTree(pid));
  };
  const timer = setInterval(look, EVERY_MILLISECONDS);
  look();
  return { peakMegabytes: () => peak, stop: () => clearInterval(timer) };
}

function megabytesOfTree(root: number): number {
  const all = new Map<number, ProcessStatus>();
  for (const name of readdirSync('/proc')) {
    const status = /^\d+$/.test(name) ? processStatus(Number(name)) : undefined;
    if (status !== undefined) all.set(Number(name), status);
  }
  let bytes = 0;
  for (const pid of all.keys()) if (pid === root || isBelow(pid, root, all)) bytes += proportionalBytes(pid);
  return bytes / 1e6;
}

function isBelow(pid: number, root: number, all: ReadonlyMap<number, ProcessStatus>): boolean {
  for (let at = all.get(pid)?.parent; at !== undefined && at > 1; at = all.get(at)?.parent) if (at === root) return true;
  return false;
}
