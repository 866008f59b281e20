import type { JobProgress } from '../queue/job-rows.ts';

/**
 * Adds to each progress of a job the units a second since its stage began: when anything was last heard before it, or, in a stage
 * that is resumed, at its first progress, which therefore has no rate. Stages may take turns.
 */
export function measureRate(now: () => number): (progress: Omit<JobProgress, 'rate'>) => JobProgress {
  const stages = new Map<JobProgress['stage'], { readonly since: number; readonly from: number }>();
  let heard = now();
  return (progress) => {
    const at = now();
    const isResumed = progress.chunk > 0;
    const began = stages.get(progress.stage) ?? { since: isResumed ? at : heard, from: isResumed ? progress.done : 0 };
    stages.set(progress.stage, began);
    heard = at;
    const seconds = (at - began.since) / 1000;
    const done = progress.done - began.from;
    return seconds > 0 && done > 0 ? { ...progress, rate: Math.round((done / seconds) * 10) / 10 } : progress;
  };
}
