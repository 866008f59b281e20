import type { z } from 'zod';
import type { operationCount, plantReport } from './plant-report.ts';
import type { ProbeOutcome } from './probe-holder.ts';

export type OperationCount = z.infer<typeof operationCount>;
export type PlantReport = z.infer<typeof plantReport>;

type Counts = { [Name in keyof Omit<OperationCount, 'operation'>]: number };

export interface Tally {
  note(outcome: ProbeOutcome): void;
  done(): number;
  /** Since it was opened, with the making of sites. */
  seconds(): number;
  report(of: Pick<PlantReport, 'seed' | 'plant' | 'stores' | 'of'>): PlantReport;
}

const DIFFERENCES_KEPT = 20;

export function openTally(): Tally {
  const operations = new Map<string, Counts>();
  const roles = new Map<string, { probes: number; forbidden: number }>();
  const faults = new Map<string, number>();
  const differences: PlantReport['differences'][number][] = [];
  let different = 0;
  let done = 0;
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  return {
    done: () => done,
    seconds,
    note({ operation, holder, asked, status, there, here, fault, isHiding }) {
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
    report: (of) => ({
      ...of,
      probes: done,
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
