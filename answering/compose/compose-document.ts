import { titlesAbove } from '../../kernel/index.ts';
import type { Question } from '../question/question.ts';
import { type Composition, quotePassage } from './composition.ts';
import { documentNames } from './document-names.ts';
import { bagOf } from './evidence-unit.ts';
import type { Gathered } from './gather-evidence.ts';
import { refuseAbsent } from './refuse.ts';
import { scopeRelation } from './scope-match.ts';
import { scoreUnits, subjectTerms } from './score-units.ts';
import type { Similarity } from './similarity.ts';
import { termMatch } from './term-match.ts';

/** Documents that a question about documents is answered with. */
const SHOWN = 3;

/** The passages that best speak of the subject, one a document: the citation names document, revision and page. */
export function composeDocument(question: Question, gathered: Gathered, similarity: Similarity): Composition {
  const scored = scoreUnits(question, gathered, { answer: ['part-number', 'value', 'definition'] }, similarity);
  const terms = subjectTerms(question);
  const seen = new Set<string>();
  const found = gathered.hits.filter((stored) => {
    if (scopeRelation(stored, gathered.named, gathered.equipment) === 'foreign') return false;
    const around = bagOf([stored.passage.text, ...titlesAbove(stored.passage), documentNames(stored)].join('\n'), question.grammar);
    if (terms.length === 0 || terms.some((term) => termMatch(term, around) === 0) || seen.has(stored.documentId)) return false;
    seen.add(stored.documentId);
    return true;
  });
  if (found.length === 0) return refuseAbsent(question, scored, gathered);
  return { kind: 'answer', claims: found.slice(0, SHOWN).map(quotePassage) };
}
