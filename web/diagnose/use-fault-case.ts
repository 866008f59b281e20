import { useCallback, useEffect, useState } from 'preact/hooks';
import type { SaidOfAnswer } from '../ask/turn.ts';
import { diagnoseFault } from '../client/diagnose-fault.ts';
import type { Diagnosis, DiagnosisRequest } from '../contract.ts';
import { keepState, keptState } from '../kept/kept-state.ts';
import { addSeen, type FaultCase, keepSaidOfStep, readFaultCase, type Seen, withoutSeen } from './fault-case.ts';

interface Progress {
  readonly isLooking: boolean;
  /** The last one, which stays on screen while the next is made. */
  readonly diagnosis?: Diagnosis;
  /** What it was asked with. */
  readonly asked?: DiagnosisRequest;
  readonly failure?: string;
}

export interface FaultCaseControls extends Progress {
  readonly current: FaultCase | undefined;
  readonly begin: (fault: string) => void;
  readonly see: (one: Seen) => void;
  readonly takeBack: (check: string) => void;
  /** Keeps what was said of the diagnosis of this digest. */
  readonly say: (digest: string, said: SaidOfAnswer | undefined) => void;
  readonly retry: () => void;
  readonly startAnew: () => void;
}

/** One fault at a time; it stays over a reload, and each step is asked anew with all that was seen. */
export function useFaultCase(): FaultCaseControls {
  const [current, setCurrent] = useState<FaultCase | undefined>(() => readFaultCase(keptState(localStorage, 'fault')));
  const [progress, setProgress] = useState<Progress>({ isLooking: false });
  const [tries, setTries] = useState(0);
  const { fault, seen } = current ?? {};
  useEffect(() => void keepState(localStorage, 'fault', current ?? null), [current]);
  useEffect(() => {
    if (fault === undefined || seen === undefined) {
      setProgress({ isLooking: false });
      return undefined;
    }
    const abort = new AbortController();
    setProgress(({ failure: _, ...before }) => ({ ...before, isLooking: true }));
    const asked = { fault, observations: seen.map(({ check, outcome }) => ({ check, outcome })) };
    diagnoseFault(asked, abort.signal).then(
      (diagnosis) => setProgress({ isLooking: false, diagnosis, asked }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const failure = error instanceof Error ? error.message : String(error);
        setProgress((before) => ({ ...before, isLooking: false, failure }));
      },
    );
    return () => abort.abort();
  }, [fault, seen, tries]);
  const change = useCallback((next: (now: FaultCase) => FaultCase) => setCurrent((now) => (now === undefined ? now : next(now))), []);
  return {
    ...progress,
    current,
    begin: useCallback((fault: string) => setCurrent({ fault, seen: [], said: [] }), []),
    see: useCallback((one: Seen) => change((now) => addSeen(now, one)), [change]),
    takeBack: useCallback((check: string) => change((now) => withoutSeen(now, check)), [change]),
    say: useCallback((digest: string, said: SaidOfAnswer | undefined) => change((now) => keepSaidOfStep(now, digest, said)), [change]),
    retry: useCallback(() => setTries((before) => before + 1), []),
    startAnew: useCallback(() => setCurrent(undefined), []),
  };
}
