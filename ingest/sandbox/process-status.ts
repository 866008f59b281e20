import { readFileSync } from 'node:fs';
import { codeOf } from '../../kernel/index.ts';

export interface ProcessStatus {
  readonly parent: number;
  /** Bytes of memory that the process holds; 0 for one that is ending. */
  readonly residentBytes: number;
}

/** What the system tells of a process; undefined where it does not tell, as only Linux does, or the process is gone. */
export function processStatus(pid: number): ProcessStatus | undefined {
  const text = readOfProcess(pid, 'status');
  if (text === undefined) return undefined;
  const numberOf = (line: RegExp) => Number(line.exec(text)?.[1] ?? 0);
  return { parent: numberOf(/^PPid:\s+(\d+)$/m), residentBytes: numberOf(/^VmRSS:\s+(\d+) kB$/m) * 1024 };
}

/** Bytes of memory that are the process's own, with its share of what it has in common with others; 0 where that is not told. */
export function proportionalBytes(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB$/m.exec(readOfProcess(pid, 'smaps_rollup') ?? '')?.[1] ?? 0) * 1024;
}

function readOfProcess(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'latin1');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(codeOf(error))) return undefined;
    throw error;
  }
}
