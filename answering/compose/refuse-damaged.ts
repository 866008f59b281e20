import { compareText, type StoredPassage } from '../../kernel/index.ts';
import { phrasesOf } from '../../ontology/index.ts';
import type { Question } from '../question/question.ts';
import type { Composition } from './composition.ts';
import type { Gathered } from './gather-evidence.ts';

/**
 * Refuses what leans on a passage that was changed where it is kept, and says of which documents; also to say that there is
 * nothing, where such a passage was found. Undefined where all is intact.
 */
export function refuseDamaged(question: Question, composition: Composition, { hits }: Pick<Gathered, 'hits'>): Composition | undefined {
  const drafts = [...composition.claims, ...(composition.kind === 'answer' ? (composition.safety ?? []) : [])];
  const cited = drafts.flatMap(({ spans }) => spans.map(({ stored }) => stored));
  const titles = titlesOf(composition.kind === 'refuse' ? [...cited, ...hits] : cited);
  if (titles.length === 0) return undefined;
  return { kind: 'refuse', reason: 'damaged-source', missing: phrasesOf(question.language).damagedSource(titles), claims: [] };
}

function titlesOf(stored: readonly StoredPassage[]): readonly string[] {
  return [...new Set(stored.filter(({ damaged }) => damaged === true).map(({ title }) => title))].sort(compareText);
}
