import { readFileSync } from 'node:fs';

export interface ProcessStatus {
  readonly parent: number;
  /** Bytes of memory that the process holds; 0 for one that is ending. */
  readonly residentBytes: number;
}

/** What the system tells of a process; undefined where it does not tell, as only Linux does, or the process is gone. */
export function processStatus(pid: number): ProcessStatus | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'latin1');
    const numberOf = (line: RegExp) => Number(line.exec(text)?.[1] ?? 0);
    return { parent: numberOf(/^PPid:\s+(\d+)$/m), residentBytes: numberOf(/^VmRSS:\s+(\d+) kB$/m) * 1024 };
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return undefined;
    throw error;
  }
}
