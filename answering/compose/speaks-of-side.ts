import { fold, titlesAbove } from '../../kernel/index.ts';
import { UNMARKED_MEMBERS } from '../../ontology/index.ts';
import type { AskedSide } from '../question/asked-sides.ts';
import { contentTerms } from '../question/content-terms.ts';
import type { Question } from '../question/question.ts';
import type { DraftClaim } from './composition.ts';
import { documentNames } from './document-names.ts';
import { bagOf } from './evidence-unit.ts';
import { termMatch } from './term-match.ts';

/**
 * Whether what is quoted has every word of a side that the other side has not, `placed`: with the rest of its passage, its titles and
 * the names of its document. What is not said to be anything else is normal. Of sides that differ in signs alone (`*.x`, `*.=x`) the name itself has to be there.
 */
export function speaksOfSide(
  { grammar }: Pick<Question, 'grammar'>,
  side: AskedSide,
  rival: AskedSide,
  claims: readonly DraftClaim[],
  within: 'placed' | 'bare' = 'placed',
): boolean {
  const texts = claims.flatMap(({ text, spans }) => [
    text,
    ...(within === 'bare'
      ? []
      : spans.flatMap(({ stored }) => [stored.passage.text, ...titlesAbove(stored.passage), documentNames(stored)])),
  ]);
  const bags = texts.map((text) => bagOf(text, grammar));
  const termsOf = ({ name }: AskedSide) => contentTerms(name, [], grammar);
  const others = new Set(termsOf(rival).map(({ text }) => fold(text)));
  const own = termsOf(side).filter(
    ({ text, member }) => !others.has(fold(text)) && (member === undefined || !UNMARKED_MEMBERS.has(member)),
  );
  if (own.length > 0) return own.every((term) => bags.some((bag) => termMatch(term, bag) === 1));
  return texts.some((text) => tight(text).includes(tight(side.name)));
}

function tight(text: string): string {
  return fold(text).replace(/\s+/gu, '');
}
