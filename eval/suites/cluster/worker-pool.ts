import { startWorkerProcess, type WorkerProcess } from './worker-process.ts';

/** Worker processes that several trials share; one is always loaded for whoever needs one next, since loading takes seconds. */
export interface WorkerPool {
  take(): WorkerProcess;
  /** Takes back one that stands idle; one that died is forgotten. */
  giveBack(worker: WorkerProcess): void;
  close(): Promise<void>;
}

export function openWorkerPool(): WorkerPool {
  const idle: WorkerProcess[] = [startWorkerProcess()];
  return {
    take() {
      const taken = idle.shift() ?? startWorkerProcess();
      if (idle.length === 0) idle.push(startWorkerProcess());
      return taken;
    },
    giveBack(worker) {
      if (worker.isAlive()) idle.unshift(worker);
    },
    async close() {
      await Promise.all(idle.map((worker) => worker.close()));
    },
  };
}
