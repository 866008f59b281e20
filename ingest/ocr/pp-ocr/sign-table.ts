import { foldWidth } from '../../../kernel/index.ts';

/** The signs that a reader tells, the blank first, with the places of those that say the same as each of them, itself among them. */
export interface SignTable {
  readonly signs: readonly string[];
  readonly alike: readonly (readonly number[])[];
}

/** A table of signs: alike are those that the store takes for one, as dashes and widths are; a raised digit is no other's twin. */
export function signTable(signs: readonly string[]): SignTable {
  const places = new Map<string, number[]>();
  const alike = signs.map((sign, place) => {
    const said = foldWidth(sign);
    const same = places.get(said) ?? [];
    same.push(place);
    places.set(said, same);
    return same;
  });
  return { signs, alike };
}
