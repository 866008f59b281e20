import type { ProbeOutcome } from './probe-holder.ts';

export interface OperationCount {
  readonly operation: string;
  readonly probes: number;
  /** Refused since the role does not allow it. */
  readonly forbidden: number;
  /** Answered by another error, the same from both services. */
  readonly refused: number;
  /** Of those also sent by one who may read everything, who was told something else: there was something to hide. */
  readonly compared: number;
  readonly hiding: number;
}

export interface HttpAccessDifference {
  readonly operation: string;
  readonly holder: string;
  readonly asked: string;
  /** Both answers from shortly before where they part. */
  readonly full: string;
  readonly alone: string;
}

export interface HttpAccessReport {
  readonly seed: number;
  readonly stores: 'files' | 'servers';
  readonly probes: number;
  readonly matrices: number;
  readonly seconds: number;
  readonly operations: readonly OperationCount[];
  readonly roles: readonly { readonly role: string; readonly probes: number; readonly forbidden: number }[];
  readonly different: number;
  readonly differences: readonly HttpAccessDifference[];
  /** A sentence each, with how often. */
  readonly faults: readonly { readonly fault: string; readonly times: number }[];
}

type Counts = { -readonly [Name in keyof Omit<OperationCount, 'operation'>]: number };

export interface Tally {
  note(outcome: ProbeOutcome): void;
  done(): number;
  /** Since the first probe. */
  seconds(): number;
  report(seed: number, matrices: number, stores: HttpAccessReport['stores']): HttpAccessReport;
}

const DIFFERENCES_KEPT = 20;

export function openTally(): Tally {
  const operations = new Map<string, Counts>();
  const roles = new Map<string, { probes: number; forbidden: number }>();
  const faults = new Map<string, number>();
  const differences: HttpAccessDifference[] = [];
  let different = 0;
  let done = 0;
  let start: number | undefined;
  const seconds = (): number => (start === undefined ? 0 : (performance.now() - start) / 1000);
  return {
    done: () => done,
    seconds,
    note({ operation, holder, asked, status, there, here, fault, isHiding }) {
      start ??= performance.now();
      done += 1;
      const counts = operations.get(operation) ?? { probes: 0, forbidden: 0, refused: 0, compared: 0, hiding: 0 };
      operations.set(operation, counts);
      const { caller } = holder;
      const who = `${caller.role}${caller.tenant === 'plant' ? '' : ` of ${caller.tenant}`}`;
      const role = roles.get(who) ?? { probes: 0, forbidden: 0 };
      roles.set(who, role);
      for (const one of [counts, role]) one.probes += 1;
      if (status === 403) for (const one of [counts, role]) one.forbidden += 1;
      else if (status >= 400) counts.refused += 1;
      if (isHiding !== undefined) counts.compared += 1;
      if (isHiding === true) counts.hiding += 1;
      if (fault !== undefined) faults.set(fault, (faults.get(fault) ?? 0) + 1);
      if (there === here) return;
      different += 1;
      if (differences.length < DIFFERENCES_KEPT)
        differences.push({
          operation,
          holder: `${who} with ${String(caller.labels)}`,
          asked: JSON.stringify(asked),
          ...parting(there, here),
        });
    },
    report: (seed, matrices, stores) => ({
      seed,
      stores,
      probes: done,
      matrices,
      seconds: seconds(),
      operations: [...operations]
        .map(([operation, counts]) => ({ operation, ...counts }))
        .sort((a, b) => (a.operation < b.operation ? -1 : 1)),
      roles: [...roles].map(([role, counts]) => ({ role, ...counts })).sort((a, b) => (a.role < b.role ? -1 : 1)),
      different,
      differences,
      faults: [...faults].map(([fault, times]) => ({ fault, times })),
    }),
  };
}

function parting(full: string, alone: string): { readonly full: string; readonly alone: string } {
  let at = 0;
  while (full[at] === alone[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 120), at + 160);
  return { full: around(full), alone: around(alone) };
}
