import type { Access } from '../kernel/index.ts';
import type { AnswerNotes } from './answer-notes.ts';
import { composeAsked } from './compose/compose-asked.ts';
import { composeEarlierOrders } from './compose/compose-earlier-orders.ts';
import type { Composition } from './compose/composition.ts';
import { type Gathered, validRanked } from './compose/gather-evidence.ts';
import { isOpen } from './compose/is-open.ts';
import { partRowsByKind } from './compose/part-rows-by-kind.ts';
import { refuseNotFound } from './compose/refuse-not-found.ts';
import { ROW_INTENTS } from './compose/row-intents.ts';
import { composeByIntent } from './compose-by-intent.ts';
import type { Evidence, FoundPassage } from './dependencies.ts';
import type { Question } from './question/question.ts';
import { composeNearest } from './quote/compose-nearest.ts';
import { composeQuotes } from './quote/compose-quotes.ts';
import { judgeBlocks } from './quote/judge-blocks.ts';
import { readableBy, readBlocks } from './quote/read-blocks.ts';
import { rerankBlocks } from './quote/rerank-blocks.ts';
import { withoutOtherNumbers } from './quote/without-other-numbers.ts';
import { withoutOtherStates } from './quote/without-other-states.ts';

/**
 * What passages say, the first choice first: the composer that the intent has, a document that asks the same, the place that answers
 * whatever the form, what comes nearest. The next one is asked for only where the gate leaves nothing of the one before.
 */
export async function* composeFromPassages(
  evidence: Evidence,
  access: Access,
  question: Question,
  gathered: Gathered,
  notes: AnswerNotes,
  signal: AbortSignal,
): AsyncGenerator<Composition, void, undefined> {
  const typed = await composeByIntent(evidence, access, question, gathered, signal);
  if (!isOpen(typed)) yield typed;
  // Of a whole that the gate leaves no whole, a part would look like one.
  const isCutWhole = typed?.kind === 'answer' && typed.whole === true;
  const asked = isCutWhole ? undefined : await composeAsked(evidence, access, question, gathered);
  if (asked !== undefined) yield asked;
  const blocks = withoutOtherNumbers(question, await judgeBlocks(evidence, access, question, ofAskedKind(question, gathered), signal));
  const { crossEncoder } = evidence;
  const reranked =
    crossEncoder === undefined ? blocks : await rerankBlocks(crossEncoder, question, blocks, readableBy(evidence.adviser), signal);
  const judged = await readBlocks(evidence, question, reranked, notes, signal);
  const quoted = isCutWhole ? undefined : await composeQuotes(evidence, access, question, withoutOtherStates(question, judged));
  if (quoted !== undefined) yield quoted;
  const earlier = composeEarlierOrders(question, gathered);
  if (earlier !== undefined) yield earlier;
  yield (await composeNearest(evidence, access, question, gathered, judged)) ?? (await refuseNotFound(evidence, access, question));
}

/** Hits that may answer; of a fault, none that is a row of machines of another kind. */
function ofAskedKind(question: Question, gathered: Gathered): readonly FoundPassage[] {
  const ranked = validRanked(question, gathered);
  if (ROW_INTENTS[question.intent]?.several !== true) return ranked;
  const others = new Set(partRowsByKind(question, gathered).others.units.map(({ stored }) => stored.passage.id));
  return ranked.filter(({ stored }) => !others.has(stored.passage.id));
}
