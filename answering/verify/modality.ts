import { foldText } from '../../kernel/index.ts';
import { rootEnglish, wordingPattern, wordingPatterns } from '../../ontology/index.ts';

/** How a sentence binds its reader. `release`: there is no duty; `none`: a plain statement or an imperative. */
export type Modality = 'forbid' | 'release' | 'require' | 'permit' | 'none';

/** Words that look like a modality and are none: double negations, parts of other words. */
const NEUTRAL = wordingPattern('neutral', 'gu');
const RELEASE = wordingPattern('release', 'gu');
const FORBID = wordingPattern('forbid');
const REQUIRE = wordingPattern('require');
const PERMIT = wordingPattern('permit');

/** The strongest modality that a sentence shows: a prohibition before a release from a duty, a duty, a permission. */
export function modalityOf(sentence: string): Modality {
  const shown = modalitiesIn(sentence);
  return STRONGEST_FIRST.find((modality) => shown.has(modality)) ?? 'none';
}

const STRONGEST_FIRST: readonly Modality[] = ['forbid', 'release', 'require', 'permit'];

/** All modalities that a sentence shows. */
export function modalitiesIn(sentence: string): ReadonlySet<Modality> {
  const text = foldText(sentence).text.replace(NEUTRAL, ' ');
  // A release holds the words of a duty and of a prohibition (`does not have to`, 不需要) and is neither.
  const others = text.replace(RELEASE, ' ');
  const shown: readonly (readonly [Modality, boolean])[] = [
    ['forbid', FORBID.test(others)],
    ['release', others !== text],
    ['require', REQUIRE.test(others)],
    ['permit', PERMIT.test(others)],
  ];
  return new Set(shown.filter(([, isShown]) => isShown).map(([modality]) => modality));
}

const NEGATED = wordingPatterns('negatedHead', 'gu');

/** Heads (stemmed verb, adjective or noun; two Chinese characters) that a sentence denies or forbids. */
export function negatedHeads(sentence: string): ReadonlySet<string> {
  const text = foldText(sentence).text.replace(NEUTRAL, ' ');
  const heads = new Set<string>();
  for (const pattern of NEGATED) for (const match of text.matchAll(pattern)) heads.add(rootEnglish(match.groups?.head ?? ''));
  return heads;
}
