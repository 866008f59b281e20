import { type Access, fold, type StoredPassage } from '../../kernel/index.ts';
import { phrasesOf } from '../../ontology/index.ts';
import { type Composition, type DraftClaim, quotePassage } from '../compose/composition.ts';
import { type Gathered, validRanked } from '../compose/gather-evidence.ts';
import { unspokenTerms } from '../compose/refuse.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';
import { WEIGHTS } from '../weights.ts';
import type { EvidenceBlock } from './evidence-block.ts';
import { type JudgedBlock, judgeBlocks } from './judge-blocks.ts';
import { isNearNamed, mayAnswer } from './may-answer.ts';
import { sayOnce } from './say-once.ts';

const { accept, beside } = WEIGHTS.quotes;
/** Places that an answer quotes, and that are shown where nothing is answered, at most. */
const PLACES = { answered: 2, nearest: 3 } as const;
/** Passages of a place that are shown where nothing is answered. */
const GLANCE = 3;

/**
 * Quotes the place that answers, whatever the form of the question: the likeliest, and one that is nearly as likely. Where none is
 * likely enough, what comes nearest is shown and said to be no sure answer. Undefined where nothing was found.
 */
export async function composeQuotes(
  evidence: Evidence,
  access: Access,
  question: Question,
  gathered: Gathered,
  signal: AbortSignal,
): Promise<Composition | undefined> {
  const judged = await judgeBlocks(evidence, access, question, validRanked(question, gathered), signal);
  const able = judged.filter(({ features }) => mayAnswer(features));
  const [best] = able;
  if (best !== undefined && best.chance >= accept) {
    const likely = able.filter(({ chance }) => chance >= best.chance * beside);
    const once = await sayOnce(evidence, access, question.language, likely, likely.length);
    const chosen = once.filter(isInLanguageOf(once[0] ?? best, question));
    return answerOf(chosen.slice(0, PLACES.answered).map(({ block }) => block));
  }
  const named = judged.filter(({ features }) => isNearNamed(features));
  const near = await sayOnce(evidence, access, question.language, named, PLACES.nearest);
  if (near.length === 0) return undefined;
  const claims = distinct(near.flatMap(({ block }) => [...block.passages, ...block.behind].slice(0, GLANCE))).map(quotePassage);
  const what = [...new Set(unspokenTerms(question, gathered).map(({ text }) => text))].join(', ');
  return { kind: 'nearest', missing: phrasesOf(question.language).onlyNear(what), claims };
}

/** Who is answered in his own language needs no other one beside it: most often it says the same. */
function isInLanguageOf({ block: best }: JudgedBlock, { language }: Question): (other: JudgedBlock) => boolean {
  const isForeign = ({ hit }: EvidenceBlock) => hit.passage.language !== language && hit.passage.language !== 'none';
  return ({ block }) => isForeign(best) || !isForeign(block);
}

/** Each block with what stands next to it. */
function answerOf(blocks: readonly EvidenceBlock[]): Composition {
  const quoted = distinct(blocks.flatMap(({ before, passages, behind }) => [...before, ...passages, ...behind]));
  const quotesOf = (isWarning: boolean): readonly DraftClaim[] =>
    quoted.filter(({ passage }) => (passage.kind === 'warning') === isWarning).map(quotePassage);
  const [claims, safety] = [quotesOf(false), quotesOf(true)];
  return claims.length === 0 ? { kind: 'answer', claims: safety } : { kind: 'answer', claims, safety };
}

/** Passages of which none says what an earlier one does. */
function distinct(passages: readonly StoredPassage[]): readonly StoredPassage[] {
  const said = new Set<string>();
  return passages.filter(({ passage }) => {
    const text = fold(passage.text);
    return !said.has(text) && said.add(text);
  });
}
