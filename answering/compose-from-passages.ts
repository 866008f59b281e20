import type { Access } from '../kernel/index.ts';
import { checkPremises } from './compose/check-premises.ts';
import { composeAsked } from './compose/compose-asked.ts';
import { composeDocument } from './compose/compose-document.ts';
import { composeFault } from './compose/compose-fault.ts';
import { composeFromUnits } from './compose/compose-from-units.ts';
import { composeParts } from './compose/compose-parts.ts';
import { composeProcedure } from './compose/compose-procedure.ts';
import { composeSafety } from './compose/compose-safety.ts';
import type { Composition } from './compose/composition.ts';
import { type Gathered, validRanked } from './compose/gather-evidence.ts';
import { isOpen } from './compose/is-open.ts';
import { addIsolationWarnings } from './compose/isolation-warnings.ts';
import { refuseNotFound } from './compose/refuse-not-found.ts';
import { refuseUnknownCodes } from './compose/refuse-unknown-codes.ts';
import { ROW_INTENTS } from './compose/row-intents.ts';
import { makeSimilarity, type Similarity } from './compose/similarity.ts';
import type { Evidence } from './dependencies.ts';
import type { Question } from './question/question.ts';
import { composeNearest } from './quote/compose-nearest.ts';
import { composeQuotes } from './quote/compose-quotes.ts';
import { judgeBlocks } from './quote/judge-blocks.ts';

/**
 * What passages say, the first choice first: the composer that the intent has, a document that asks the same, the place that answers
 * whatever the form, what comes nearest. The next one is asked for only where the gate leaves nothing of the one before.
 */
export async function* composeFromPassages(
  evidence: Evidence,
  access: Access,
  question: Question,
  gathered: Gathered,
  signal: AbortSignal,
): AsyncGenerator<Composition, void, undefined> {
  const typed = await compose(evidence, access, question, gathered, signal);
  if (!isOpen(typed)) yield typed;
  // Of a whole that the gate leaves no whole, a part would look like one.
  const isCutWhole = typed?.kind === 'answer' && typed.whole === true;
  const asked = isCutWhole ? undefined : await composeAsked(evidence, access, question, gathered);
  if (asked !== undefined) yield asked;
  const judged = await judgeBlocks(evidence, access, question, validRanked(question, gathered), signal);
  const quoted = isCutWhole ? undefined : await composeQuotes(evidence, access, question, judged);
  if (quoted !== undefined) yield quoted;
  yield (await composeNearest(evidence, access, question, gathered, judged)) ?? (await refuseNotFound(evidence, access, question));
}

/** By the composer that the intent has; undefined where it has none. */
async function compose(
  evidence: Evidence,
  access: Access,
  question: Question,
  gathered: Gathered,
  signal: AbortSignal,
): Promise<Composition | undefined> {
  const { intent } = question;
  if (intent === 'aggregate' || intent === 'asset-history') return undefined;
  const unknown = await refuseUnknownCodes(evidence, access, question, gathered, signal);
  if (unknown !== undefined) return unknown;
  const similarity = await makeSimilarity(evidence.embedder, question, gathered.units, signal);
  const denied = checkPremises(question, gathered, similarity);
  if (denied !== undefined) return denied;
  if (intent === 'procedure') return composeProcedure(evidence, access, question, gathered, similarity);
  if (intent === 'safety-isolation')
    return addIsolationWarnings(evidence, access, question, await composeSafety(evidence, access, question, gathered, similarity));
  if (intent === 'find-document') return composeDocument(question, gathered, similarity);
  const rows = ROW_INTENTS[intent];
  if (rows !== undefined && rows.several === true) return composeFault(question, gathered, rows, similarity);
  if (rows !== undefined && intent === 'part-or-tool') return composeParts(evidence, access, question, gathered, rows, similarity);
  if (rows !== undefined) return composeFromUnits(question, gathered, rows, similarity);
  return intent === 'unknown' ? composeUnknown(question, gathered, similarity) : undefined;
}

/** A bare subject (`P-101A: rated flow?`) asks for its value. */
function composeUnknown(question: Question, gathered: Gathered, similarity: Similarity): Composition | undefined {
  const rows = ROW_INTENTS.specification;
  return rows === undefined ? undefined : composeFromUnits({ ...question, intent: 'specification' }, gathered, rows, similarity);
}
