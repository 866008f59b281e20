import type { TagGrammar } from '../../kernel/index.ts';
import type { CutReason } from '../answer.ts';
import type { Question } from '../question/question.ts';
import type { SourceText } from '../verify/source-text.ts';
import { splitClaims } from '../verify/split-claims.ts';
import { verifyClaims } from '../verify/verify-claims.ts';
import { formFault } from './check-form.ts';
import { lostLimit } from './lost-limits.ts';
import { lostWords, readable } from './lost-words.ts';
import type { OfferedEvidence } from './offered-evidence.ts';
import { isReported, ownWords } from './own-words.ts';
import type { SaidSentence } from './read-reply.ts';

/** One sentence of a model with the evidence that it cites, which is none where it cites what was not offered, and why it may not stand. */
export interface JudgedSentence {
  readonly text: string;
  readonly cited: readonly OfferedEvidence[];
  /** Empty where it may. */
  readonly reasons: readonly CutReason[];
}

/**
 * Holds each sentence against the evidence that it cites, harder than a text of others is held: all of `verifyClaims`, and no word that
 * the evidence does not have, no limit that it leaves out, no citation that was not offered.
 */
export function judgeSentences(
  question: Question,
  said: readonly SaidSentence[],
  offered: readonly OfferedEvidence[],
  grammar: TagGrammar,
): readonly JudgedSentence[] {
  const pieces = said.flatMap(({ text, cites }) => {
    const cited = citedOf(cites, offered);
    const evidence = cited.map(({ source }) => readable(source)).join('\n');
    const isWritten = formFault(text, evidence, cites) === undefined;
    const split = splitClaims(text).map((claim) => claim.text);
    return (isWritten && split.length > 0 ? split : [text]).map((piece) => {
      const sources = cited.map(({ source }) => (isReported(piece) ? source : ownSource(source)));
      return { text: piece, cited, isWritten, sources };
    });
  });
  const { claims } = verifyClaims(
    {
      claims: pieces.map(({ text, sources }) => ({ text, citations: sources.map(({ id }) => id) })),
      sources: offered.flatMap(({ source }) => [ownSource(source), source]),
      question: question.text,
    },
    grammar,
  );
  return pieces.map(({ text, cited, isWritten, sources }, at): JudgedSentence => {
    const claim = claims[at];
    const reasons = new Set<CutReason>();
    if (!isWritten) reasons.add('form');
    if (cited.length === 0) reasons.add('citation');
    for (const { name, outcome } of claim?.checks ?? []) if (outcome !== 'passed') reasons.add(name);
    if (claim?.checks.some(({ name, outcome }) => name === 'verbatim' && outcome === 'passed') !== true) {
      if (lostWords(text, sources, grammar).length > 0) reasons.add('words');
      if (lostLimit(text, sources, grammar) !== undefined) reasons.add('limit');
    }
    if (claim?.verdict !== 'supported' && reasons.size === 0) reasons.add('support');
    return { text, cited, reasons: [...reasons] };
  });
}

/** What a source says itself, beside the whole of it. */
function ownSource(source: SourceText): SourceText {
  return { ...ownWords(source), id: `${source.id} own` };
}

/** None at all where one of them was not offered: who makes up a source is not believed about the others. */
function citedOf(cites: readonly number[], offered: readonly OfferedEvidence[]): readonly OfferedEvidence[] {
  const cited = [...new Set(cites)].map((number) => offered.find((one) => one.number === number));
  const known = cited.filter((one) => one !== undefined);
  return known.length === cited.length ? known : [];
}
