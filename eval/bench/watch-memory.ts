import { existsSync, readdirSync, readFileSync } from 'node:fs';

const EVERY_MILLISECONDS = 200;

export interface MemoryWatch {
  /** Resident megabytes (10^6 bytes) at the highest moment seen; undefined where the system does not tell (no `/proc`). */
  peakMegabytes(): number | undefined;
  stop(): void;
}

/** Watches the resident memory of a process with all processes below it. */
export function watchMemory(pid: number | undefined): MemoryWatch {
  if (pid === undefined || !existsSync('/proc/self/status')) return { peakMegabytes: () => undefined, stop: () => undefined };
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, residentOfTree(pid));
  };
  const timer = setInterval(look, EVERY_MILLISECONDS);
  look();
  return { peakMegabytes: () => peak, stop: () => clearInterval(timer) };
}

function residentOfTree(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = /^PPid:\s+(\d+)/m.exec(statusOf(Number(name)))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  let sum = 0;
  for (const pid of [root, ...parents.keys()]) {
    if (pid !== root && !isBelow(pid, root, parents)) continue;
    sum += (Number(/^VmRSS:\s+(\d+) kB/m.exec(statusOf(pid))?.[1] ?? 0) * 1024) / 1e6;
  }
  return sum;
}

function isBelow(pid: number, root: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at = parents.get(pid); at !== undefined && at > 1; at = parents.get(at)) if (at === root) return true;
  return false;
}

/** Empty for a process that is gone. */
function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return '';
    throw error;
  }
}
