import { quantile } from '../../bench/measurement.ts';
import { SOAK_KINDS, type SoakKind } from './soak-site.ts';

export interface KindCounts {
  readonly kind: SoakKind;
  readonly calls: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** Milliseconds to the end of the answer, of those that were answered with 2xx. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface CallTally {
  note(kind: SoakKind, status: number, milliseconds: number): void;
  /** A call that was under way when the service was killed. */
  noteBroken(kind: SoakKind): void;
  report(): readonly KindCounts[];
}

export function openCallTally(): CallTally {
  const kinds = new Map<SoakKind, { calls: number; statuses: Record<string, number>; walls: number[] }>();
  function count(kind: SoakKind, status: string): { walls: number[] } {
    const counts = kinds.get(kind) ?? { calls: 0, statuses: {}, walls: [] };
    kinds.set(kind, counts);
    counts.calls += 1;
    counts.statuses[status] = (counts.statuses[status] ?? 0) + 1;
    return counts;
  }
  return {
    note(kind, status, milliseconds) {
      const { walls } = count(kind, String(status));
      if (status < 300) walls.push(milliseconds);
    },
    noteBroken: (kind) => void count(kind, 'killed'),
    report: () =>
      SOAK_KINDS.flatMap((kind) => {
        const counts = kinds.get(kind);
        if (counts === undefined) return [];
        const walls = counts.walls.sort((a, b) => a - b);
        const { calls, statuses } = counts;
        return [{ kind, calls, statuses, p50: quantile(walls, 0.5), p95: quantile(walls, 0.95), p99: quantile(walls, 0.99) }];
      }),
  };
}
