import { areOpposite, isNegator } from '../../ontology/index.ts';
import { WEIGHTS } from '../weights.ts';
import type { Check } from './check.ts';
import type { Comparison, Difference } from './differing-words.ts';
import { type Modality, modalityOf } from './modality.ts';

const ALIKE = WEIGHTS.checking.alike;
/** Words of a stretch in which one word may have been put for another; longer ones were worded anew. */
const MOST_REPLACED = 4;
const HAN = /\p{sc=Han}/u;

/**
 * Where a claim reads as its unit does but for a few words: one of them must not be the opposite of the one that it stands for, deny
 * what the unit asserts, or bind the reader otherwise. In other wordings a word is held against the unit as a whole (`checkClauses`).
 */
export function checkReplaced({ share, differences }: Comparison): Check[] {
  if (share < ALIKE) return [];
  return differences.flatMap((difference) => replaced(difference)).slice(0, 1);
}

function replaced(difference: Difference): Check[] {
  const { said, stated } = difference;
  if (said.length > MOST_REPLACED || stated.length > MOST_REPLACED) return [];
  const opposite = oppositeOf(difference);
  if (opposite !== undefined)
    return [{ name: 'opposite', outcome: 'contradicted', detail: `“${opposite.said}”; the source says “${opposite.stated}”` }];
  const bound = [modalityOf(join(said)), modalityOf(join(stated))] as const;
  if (said.length > 0 && stated.length > 0 && differ(...bound))
    return [{ name: 'modality', outcome: 'contradicted', detail: `the claim is worded as “${bound[0]}”, the source as “${bound[1]}”` }];
  const denied = [denies(said), denies(stated)] as const;
  if (denied[0] === denied[1] || (said.length > 1 && stated.length > 1)) return [];
  const words = join(denied[0] ? said : stated);
  return [{ name: 'negation', outcome: 'contradicted', detail: `“${words}” stands in only one of claim and source` }];
}

function differ(said: Modality, stated: Modality): boolean {
  return said !== 'none' && stated !== 'none' && said !== stated;
}

/** A negator, in English with no more than a word that helps it (`do not`). */
function denies(words: readonly string[]): boolean {
  return isNegator(words.join('')) || (words.length <= 2 && words.every((word) => !HAN.test(word)) && words.some(isNegator));
}

function oppositeOf({ said, stated, before, behind }: Difference): { said: string; stated: string } | undefined {
  if (said.length === 0 || stated.length === 0) return undefined;
  for (const one of forms(said, before, behind)) {
    for (const other of forms(stated, before, behind)) if (areOpposite(one, other)) return { said: one, stated: other };
  }
  return undefined;
}

/** What stands in a stretch as words: English ones each, Chinese characters in ones, twos and threes, with the neighbours that both have. */
function forms(words: readonly string[], before: string, behind: string): readonly string[] {
  if (!words.some((word) => HAN.test(word))) return words;
  const around = [HAN.test(before) ? before : '', ...words, HAN.test(behind) ? behind : ''];
  const own = words.length === 1 ? words : [];
  const longer = [2, 3].flatMap((size) =>
    Array.from({ length: Math.max(0, around.length - size + 1) }, (_, at) => around.slice(at, at + size).join('')),
  );
  return [...longer, ...own];
}

function join(words: readonly string[]): string {
  return words.some((word) => HAN.test(word)) ? words.join('') : words.join(' ');
}
