/** Something that may be, and its chance from 0 to 1. */
export interface Likely<Value> {
  readonly is: Value;
  readonly chance: number;
}

/** What something may be, likeliest first. */
export type Options<Value> = readonly [Likely<Value>, ...Likely<Value>[]];

/** Options that a choice is made of at most, and how likely they are beside the likeliest at least. */
const MOST = 3;
const LEAST = 0.02;

/** What is likeliest, ties in their order. @param chances of the options. */
export function likeliestOptions<Value>(chances: readonly number[], optionAt: (option: number) => Value): Options<Value> {
  const ranked = chances.map((chance, option) => ({ chance, option })).sort((a, b) => b.chance - a.chance || a.option - b.option);
  const [first = { chance: 0, option: 0 }, ...others] = ranked;
  const likely = others.slice(0, MOST - 1).filter(({ chance }) => chance > LEAST * first.chance);
  const said = ({ chance, option }: typeof first) => ({ is: optionAt(option), chance });
  return [said(first), ...likely.map(said)];
}
