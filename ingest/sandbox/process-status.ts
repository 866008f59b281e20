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

/** A tick of the clock by which Linux counts processor time for programs, on every machine. */
const TICK_MILLISECONDS = 10;
/** Of the fields behind the name: those of its own work, for itself and for the system. */
const WORK = [11, 12] as const;

/** Milliseconds that processors have worked for a process, its threads together; undefined where it is not told. */
export function processorMilliseconds(pid: number): number | undefined {
  const text = readOfProcess(pid, 'stat');
  if (text === undefined) return undefined;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return WORK.reduce((sum, field) => sum + Number(fields[field] ?? 0), 0) * TICK_MILLISECONDS;
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
