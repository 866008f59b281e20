import type { Observation } from '../../kernel/index.ts';
import { assertNever } from '../../kernel/index.ts';
import type { DiagnosedCause } from './diagnosis.ts';

export interface WeighedCause {
  readonly id: string;
  readonly check: string;
  /** Earlier orders that tell of it. */
  readonly earlier: number;
}

export type Weighed = Pick<DiagnosedCause, 'standing' | 'chance'>;

/**
 * How likely each cause is after what was seen, of one fault with one cause: before anything was seen each counts once, and once more
 * for each earlier order (rule of succession; Laplace, 1774). Found, the causes of other checks are ruled out; not found, its own are.
 * Chances add up to 1 while a cause is left.
 */
export function weighCauses(causes: readonly WeighedCause[], observations: readonly Observation[]): readonly Weighed[] {
  const seen = new Map(observations.map(({ check, outcome }) => [check, outcome]));
  const found = [...seen].filter(([, outcome]) => outcome === 'found').map(([check]) => check);
  const isOut = ({ check }: WeighedCause) => seen.get(check) === 'not-found' || (found.length > 0 && !found.includes(check));
  const left = causes.filter((cause) => !isOut(cause));
  const whole = left.reduce((sum, { earlier }) => sum + 1 + earlier, 0);
  return causes.map((cause) => {
    if (isOut(cause)) return { standing: 'ruled-out', chance: 0 };
    return { standing: standingOf(seen.get(cause.check)), chance: (1 + cause.earlier) / whole };
  });
}

function standingOf(outcome: Observation['outcome'] | undefined): 'open' | 'found' {
  switch (outcome) {
    case undefined:
    case 'unclear':
    case 'not-found':
      return 'open';
    case 'found':
      return 'found';
    default:
      return assertNever(outcome);
  }
}
