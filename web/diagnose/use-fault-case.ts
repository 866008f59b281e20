import { useCallback, useEffect, useState } from 'preact/hooks';
import { diagnoseFault } from '../client/diagnose-fault.ts';
import type { Diagnosis } from '../contract.ts';
import { keepState, keptState } from '../kept/kept-state.ts';
import { addSeen, type FaultCase, readFaultCase, type Seen, withoutSeen } from './fault-case.ts';

interface Progress {
  readonly isLooking: boolean;
  /** The last one, which stays on screen while the next is made. */
  readonly diagnosis?: Diagnosis;
  readonly failure?: string;
}

export interface FaultCaseControls extends Progress {
  readonly current: FaultCase | undefined;
  readonly begin: (fault: string) => void;
  readonly see: (one: Seen) => void;
  readonly takeBack: (check: string) => void;
  readonly retry: () => void;
  readonly startAnew: () => void;
}

/** One fault at a time; it stays over a reload, and each step is asked anew with all that was seen. */
export function useFaultCase(): FaultCaseControls {
  const [current, setCurrent] = useState<FaultCase | undefined>(() => readFaultCase(keptState(localStorage, 'fault')));
  const [progress, setProgress] = useState<Progress>({ isLooking: false });
  const [tries, setTries] = useState(0);
  useEffect(() => void keepState(localStorage, 'fault', current ?? null), [current]);
  useEffect(() => {
    if (current === undefined) {
      setProgress({ isLooking: false });
      return undefined;
    }
    const abort = new AbortController();
    setProgress(({ diagnosis }) => (diagnosis === undefined ? { isLooking: true } : { isLooking: true, diagnosis }));
    const observations = current.seen.map(({ check, outcome }) => ({ check, outcome }));
    diagnoseFault({ fault: current.fault, observations }, abort.signal).then(
      (diagnosis) => setProgress({ isLooking: false, diagnosis }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const failure = error instanceof Error ? error.message : String(error);
        setProgress(({ diagnosis }) => ({ isLooking: false, failure, ...(diagnosis === undefined ? {} : { diagnosis }) }));
      },
    );
    return () => abort.abort();
  }, [current, tries]);
  const change = useCallback((next: (now: FaultCase) => FaultCase) => setCurrent((now) => (now === undefined ? now : next(now))), []);
  return {
    ...progress,
    current,
    begin: useCallback((fault: string) => setCurrent({ fault, seen: [] }), []),
    see: useCallback((one: Seen) => change((now) => addSeen(now, one)), [change]),
    takeBack: useCallback((check: string) => change((now) => withoutSeen(now, check)), [change]),
    retry: useCallback(() => setTries((before) => before + 1), []),
    startAnew: useCallback(() => setCurrent(undefined), []),
  };
}
