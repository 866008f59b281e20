import type { Access, StoredPassage } from '../../kernel/index.ts';
import { type Composition, type DraftClaim, quotePassage } from '../compose/composition.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';
import { WEIGHTS } from '../weights.ts';
import { askedAlike, columnsOf } from './asked-alike.ts';
import { askedForm } from './asked-form.ts';
import { distinctPassages } from './distinct-passages.ts';
import type { EvidenceBlock } from './evidence-block.ts';
import { isOfAnotherThing, namesWhole } from './is-of-another-thing.ts';
import { isScattered } from './is-scattered.ts';
import type { JudgedBlock } from './judge-blocks.ts';
import { mayAnswer } from './may-answer.ts';
import { sayOnce } from './say-once.ts';

const { accept, beside } = WEIGHTS.quotes;
/** Places that an answer quotes, at most. */
const PLACES = 2;
/** Rows that are asked for alike and told together, at most; of more the likeliest stands for itself. */
const MOST_ALIKE = 6;

/**
 * Quotes the place that answers, whatever the form of the question: the likeliest, and one that is nearly as likely. Undefined where
 * none is likely enough.
 */
export async function composeQuotes(
  evidence: Pick<Evidence, 'passages'>,
  access: Access,
  question: Question,
  judged: readonly JudgedBlock[],
): Promise<Composition | undefined> {
  const fit = judged.filter(
    ({ block, features, isRead }) => (isRead || mayAnswer(features)) && !isScattered(question, block) && !isOfAnotherThing(question, block),
  );
  const able = fit.filter((one) => !isSettledByRow(question, one, fit));
  const [best] = able;
  if (best === undefined || best.chance < accept) return undefined;
  const likely = able.filter(({ chance }) => chance >= best.chance * beside);
  const once = await sayOnce(evidence, access, question.language, likely, likely.length);
  const first = once[0] ?? best;
  const chosen = once.filter(isInLanguageOf(first, question)).filter(isNoFellowOf(first, question));
  const rows = first.block.passages.length === 1 ? askedAlike(question, first.block.passages[0], fit) : [];
  if (rows.length > 1 && rows.length <= MOST_ALIKE) return answerOf([withRows(first.block, rows)]);
  return answerOf(chosen.slice(0, PLACES).map(({ block }) => block));
}

/** A block with these rows in the place of its own. */
function withRows(block: EvidenceBlock, [row, ...others]: readonly StoredPassage[]): EvidenceBlock {
  return row === undefined ? block : { ...block, passages: [row, ...others] };
}

/**
 * Whether of a table, some rows of which do not name all that is asked about, one row answers that the others come nowhere near: their values
 * are of other things, and a value of another thing beside the asked one is taken for it.
 */
function isSettledByRow(question: Question, { block: { passages } }: JudgedBlock, judged: readonly JudgedBlock[]): boolean {
  if (passages.length === 1 || passages.some(({ passage }) => passage.cells === undefined)) return false;
  if (passages.every((row) => namesWhole(question, row))) return false;
  const chances = judged
    .filter(({ block }) => block.passages.length === 1 && passages.some(({ passage }) => passage.id === block.passages[0].passage.id))
    .map(({ chance }) => chance)
    .sort((a, b) => b - a);
  const [best = 0, next = 0] = chances;
  return best >= accept && next < best * beside;
}

/** Who is answered in his own language needs no other one beside it: most often it says the same. */
function isInLanguageOf({ block: best }: JudgedBlock, { language }: Question): (other: JudgedBlock) => boolean {
  const isForeign = ({ hit }: EvidenceBlock) => hit.passage.language !== language && hit.passage.language !== 'none';
  return ({ block }) => isForeign(best) || !isForeign(block);
}

/** A row answers for its own thing: another one of the same columns is about another thing, and stands beside it where several are asked. */
function isNoFellowOf(best: JudgedBlock, question: Question): (other: JudgedBlock) => boolean {
  const rowColumns = ({ block: { passages } }: JudgedBlock) => (passages.length > 1 ? '' : columnsOf(passages[0]));
  const own = rowColumns(best);
  return (other) => other === best || own === '' || rowColumns(other) !== own || askedForm(question).list;
}

/** Each block with what stands next to it. */
function answerOf(blocks: readonly EvidenceBlock[]): Composition {
  const quoted = distinctPassages(blocks.flatMap(({ before, passages, behind }) => [...before, ...passages, ...behind]));
  const quotesOf = (isWarning: boolean): readonly DraftClaim[] =>
    quoted.filter(({ passage }) => (passage.kind === 'warning') === isWarning).map(quotePassage);
  const [claims, safety] = [quotesOf(false), quotesOf(true)];
  return claims.length === 0 ? { kind: 'answer', claims: safety } : { kind: 'answer', claims, safety };
}
