import { foldText } from '../../kernel/index.ts';
import { rootEnglish, wordingPattern, wordingPatterns } from '../../ontology/index.ts';

/** How a sentence binds its reader. `none`: a plain statement or an imperative. */
export type Modality = 'forbid' | 'require' | 'permit' | 'none';

/** Words that look like a modality and are none: double negations, parts of other words. */
const NEUTRAL = wordingPattern('neutral', 'gu');
const FORBID = wordingPattern('forbid');
const REQUIRE = wordingPattern('require');
const PERMIT = wordingPattern('permit');

/** The strongest modality that a sentence shows: a prohibition before a duty before a permission. */
export function modalityOf(sentence: string): Modality {
  const text = foldText(sentence).text.replace(NEUTRAL, ' ');
  if (FORBID.test(text)) return 'forbid';
  if (REQUIRE.test(text)) return 'require';
  return PERMIT.test(text) ? 'permit' : 'none';
}

/** All modalities that a sentence shows. */
export function modalitiesIn(sentence: string): ReadonlySet<Modality> {
  const text = foldText(sentence).text.replace(NEUTRAL, ' ');
  const shown: readonly (readonly [Modality, RegExp])[] = [
    ['forbid', FORBID],
    ['require', REQUIRE],
    ['permit', PERMIT],
  ];
  return new Set(shown.filter(([, pattern]) => pattern.test(text)).map(([modality]) => modality));
}

const NEGATED = wordingPatterns('negatedHead', 'gu');

/** Heads (stemmed verb, adjective or noun; two Chinese characters) that a sentence denies or forbids. */
export function negatedHeads(sentence: string): ReadonlySet<string> {
  const text = foldText(sentence).text.replace(NEUTRAL, ' ');
  const heads = new Set<string>();
  for (const pattern of NEGATED) for (const match of text.matchAll(pattern)) heads.add(rootEnglish(match.groups?.head ?? ''));
  return heads;
}
