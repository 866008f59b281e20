import type { Effort } from '../../ontology/index.ts';

/** A check with the chances of the causes that it tells. */
export interface CheckOption {
  readonly id: string;
  /** Indices into the chances. */
  readonly causes: readonly number[];
  readonly effort: Effort;
}

/**
 * What a check costs, relative to looking. Each step is twice the one before; hands on the machine count twice again, since it has to
 * be stopped and made safe first, which costs time and is where people are hurt.
 */
const COST: Readonly<Record<Effort, number>> = { look: 1, measure: 2, handle: 8, dismantle: 16 };

/**
 * The check whose outcome tells most for what it costs, by one step of looking ahead (de Kleer and Williams, 1987), with what it is
 * expected to tell in bits (Lindley, 1956); ties go to the one named first. Undefined where no check tells anything.
 */
export function chooseCheck<Option extends CheckOption>(
  chances: readonly number[],
  options: readonly Option[],
): { readonly option: Option; readonly gain: number } | undefined {
  const rated = options
    .map((option) => ({ option, gain: expectedGain(chances, option.causes) }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain / COST[b.option.effort] - a.gain / COST[a.option.effort]);
  return rated[0];
}

/**
 * Expected loss of entropy, in bits, by learning whether one of some causes it is. Where a single cause is left, looking whether it
 * really is that tells what chances, which add up to 1 over the documented causes, cannot: that counts one bit.
 */
function expectedGain(chances: readonly number[], causes: readonly number[]): number {
  const left = chances.filter((chance) => chance > 0);
  const own = causes.reduce((sum, at) => sum + (chances[at] ?? 0), 0);
  if (own === 0) return 0;
  if (left.length === 1 || own >= 1) return 1;
  const within = causes.map((at) => (chances[at] ?? 0) / own);
  const others = chances.filter((_, at) => !causes.includes(at)).map((chance) => chance / (1 - own));
  return Math.max(0, entropy(chances) - own * entropy(within) - (1 - own) * entropy(others));
}

function entropy(chances: readonly number[]): number {
  return chances.reduce((sum, chance) => (chance > 0 ? sum - chance * Math.log2(chance) : sum), 0);
}
