import type { SaidOfAnswer } from '../ask/turn.ts';
import type { Diagnosis } from '../contract.ts';

export type Outcome = 'found' | 'not-found' | 'unclear';

/** What a person saw, with the words by which it was asked, which stay when the documents no longer do. */
export interface Seen {
  readonly check: string;
  readonly outcome: Outcome;
  readonly asked: string;
}

/** A fault that is looked for, and what was seen so far, oldest first. */
export interface FaultCase {
  readonly fault: string;
  readonly seen: readonly Seen[];
  /** What was said of its steps, each named by the digest of what the step told. */
  readonly said: readonly SaidOfStep[];
}

export interface SaidOfStep extends SaidOfAnswer {
  readonly digest: string;
}

/** With one thing more that was seen; what was seen of the same check before counts no longer. */
export function addSeen(current: FaultCase, one: Seen): FaultCase {
  return { ...current, seen: [...withoutSeen(current, one.check).seen, one] };
}

export function withoutSeen(current: FaultCase, check: string): FaultCase {
  return { ...current, seen: current.seen.filter((one) => one.check !== check) };
}

/** With what was said of a step in place of what was said of it before; undefined: it was taken back. */
export function keepSaidOfStep(current: FaultCase, digest: string, said: SaidOfAnswer | undefined): FaultCase {
  const others = current.said.filter((one) => one.digest !== digest);
  return { ...current, said: said === undefined ? others : [...others, { ...said, digest }] };
}

/** A case that a browser kept; undefined for anything else. */
export function readFaultCase(kept: unknown): FaultCase | undefined {
  const { fault, seen, said = [] } = (kept ?? {}) as Partial<FaultCase>;
  if (typeof fault !== 'string' || !Array.isArray(seen) || !Array.isArray(said)) return undefined;
  const isWhole = seen.every((one: Partial<Seen> | null) => typeof one?.check === 'string' && typeof one.asked === 'string');
  return isWhole ? { fault, seen, said } : undefined;
}

/** What to look at next, in words of the documents: what they say to check, else the causes themselves. */
export function nextInWords({ next, causes }: Pick<Diagnosis, 'next' | 'causes'>): {
  readonly told?: string;
  readonly causes: readonly string[];
} {
  if (next === undefined) return { causes: [] };
  const own = causes.filter(({ id }) => next.causes.includes(id)).map(({ text }) => text);
  return next.told === undefined ? { causes: own } : { told: next.told.text, causes: own };
}
