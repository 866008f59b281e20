import { readdirSync } from 'node:fs';
import { type ProcessStatus, processStatus } from '../../ingest/index.ts';

const EVERY_MILLISECONDS = 200;

export interface MemoryWatch {
  /** Resident megabytes (10^6 bytes) at the highest moment seen; undefined where the system does not tell (no `/proc`). */
  peakMegabytes(): number | undefined;
  stop(): void;
}

/** Watches the resident memory of a process with all processes below it. */
export function watchMemory(pid: number | undefined): MemoryWatch {
  if (pid === undefined || processStatus(process.pid) === undefined) return { peakMegabytes: () => undefined, stop: () => undefined };
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, residentOfTree(pid));
  };
  const timer = setInterval(look, EVERY_MILLISECONDS);
  look();
  return { peakMegabytes: () => peak, stop: () => clearInterval(timer) };
}

function residentOfTree(root: number): number {
  const all = new Map<number, ProcessStatus>();
  for (const name of readdirSync('/proc')) {
    const status = /^\d+$/.test(name) ? processStatus(Number(name)) : undefined;
    if (status !== undefined) all.set(Number(name), status);
  }
  let bytes = 0;
  for (const [pid, { residentBytes }] of all) if (pid === root || isBelow(pid, root, all)) bytes += residentBytes;
  return bytes / 1e6;
}

function isBelow(pid: number, root: number, all: ReadonlyMap<number, ProcessStatus>): boolean {
  for (let at = all.get(pid)?.parent; at !== undefined && at > 1; at = all.get(at)?.parent) if (at === root) return true;
  return false;
}
