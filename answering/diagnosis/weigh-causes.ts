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
 * for each earlier order (rule of succession; Laplace, 1774). Not found, the causes of a check are ruled out; found, those of other
 * checks are left unchecked. Chances add up to 1 while a cause is left.
 */
export function weighCauses(causes: readonly WeighedCause[], observations: readonly Observation[]): readonly Weighed[] {
  const seen = new Map(observations.map(({ check, outcome }) => [check, outcome]));
  const isFound = [...seen.values()].includes('found');
  const standings = causes.map(({ check }) => standingOf(seen.get(check), isFound));
  const whole = causes.reduce((sum, { earlier }, at) => sum + (isLeft(standings[at]) ? 1 + earlier : 0), 0);
  return causes.map(({ earlier }, at): Weighed => {
    const standing = standings[at] ?? 'open';
    return { standing, chance: isLeft(standing) ? (1 + earlier) / whole : 0 };
  });
}

/** Whether something tells the causes that are left apart: of causes that no orders or equally many tell of, chances say nothing. */
export function areToldApart(causes: readonly WeighedCause[], weighed: readonly Weighed[]): boolean {
  return new Set(causes.flatMap(({ earlier }, at) => (isLeft(weighed[at]?.standing) ? [earlier] : []))).size > 1;
}

/** The cause that was found, the only one that is left, or one that is likelier than every other; undefined where none leads. */
export function leadingCause<C extends Weighed>(causes: readonly C[]): C | undefined {
  const [first, second] = causes.filter(({ standing }) => isLeft(standing)).sort((a, b) => b.chance - a.chance);
  return first !== undefined && (second === undefined || first.chance > second.chance) ? first : undefined;
}

function isLeft(standing: DiagnosedCause['standing'] | undefined): boolean {
  return standing === 'open' || standing === 'found';
}

function standingOf(outcome: Observation['outcome'] | undefined, isFound: boolean): DiagnosedCause['standing'] {
  switch (outcome) {
    case undefined:
    case 'unclear':
      return isFound ? 'not-checked' : 'open';
    case 'not-found':
      return 'ruled-out';
    case 'found':
      return 'found';
    default:
      return assertNever(outcome);
  }
}
