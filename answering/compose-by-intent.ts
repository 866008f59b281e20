import { type Access, fold } from '../kernel/index.ts';
import { plainAsking, wordingPattern } from '../ontology/index.ts';
import { asksToIsolate } from './compose/asks-to-isolate.ts';
import { checkPremises } from './compose/check-premises.ts';
import { composeDocument } from './compose/compose-document.ts';
import { composeFault } from './compose/compose-fault.ts';
import { composeFromUnits } from './compose/compose-from-units.ts';
import { composeParts } from './compose/compose-parts.ts';
import { composeProcedure } from './compose/compose-procedure.ts';
import { composeSafety } from './compose/compose-safety.ts';
import { composeWhereDrawn } from './compose/compose-where-drawn.ts';
import type { Composition, DraftClaim } from './compose/composition.ts';
import type { Gathered } from './compose/gather-evidence.ts';
import { addIsolationSteps, tellIsolation, tellsAllAsked } from './compose/isolation-steps.ts';
import { addIsolationWarnings } from './compose/isolation-warnings.ts';
import { quoteBelow } from './compose/quote-below.ts';
import { refuseUnknownCodes } from './compose/refuse-unknown-codes.ts';
import { ROW_INTENTS } from './compose/row-intents.ts';
import { makeSimilarity, type Similarity } from './compose/similarity.ts';
import { withTableNote } from './compose/with-table-note.ts';
import type { Evidence } from './dependencies.ts';
import { composeDrawn } from './drawn/compose-drawn.ts';
import { composeIsolation } from './drawn/compose-isolation.ts';
import { composeList } from './drawn/compose-list.ts';
import { composeValveStates } from './drawn/compose-valve-states.ts';
import { askedValveState } from './question/asked-valve-state.ts';
import type { Intent, Question } from './question/question.ts';
import { askedForm } from './quote/asked-form.ts';

/** By the composer that the intent has; undefined where it has none. */
export async function composeByIntent(
  evidence: Evidence,
  access: Access,
  question: Question,
  gathered: Gathered,
  signal: AbortSignal,
): Promise<Composition | undefined> {
  const { intent } = question;
  if (intent === 'aggregate' || intent === 'asset-history') return undefined;
  // Steps and points of isolation name no person: who is asked for is left to the place that the whole question finds.
  if (ACTED.has(intent) && ASKS_PERSON.test(fold(question.text))) return undefined;
  const unknown = await refuseUnknownCodes(evidence, access, question, gathered, signal);
  if (unknown !== undefined) return unknown;
  const isSafety = intent === 'safety-isolation';
  // Which valves are locked open is not answered by how to lock one.
  const state = intent === 'procedure' || askedForm(question).steps ? undefined : askedValveState(question);
  if (state !== undefined) return composeValveStates(evidence, access, question, state);
  const drawn =
    (await composeList(evidence, access, question)) ??
    (await composeDrawn(evidence, access, question)) ??
    (isSafety ? undefined : await composeIsolation(evidence, access, question));
  if (drawn !== undefined) return drawn;
  const similarity = await makeSimilarity(evidence.embedder, question, gathered.units, signal);
  const denied = checkPremises(question, gathered, similarity);
  if (denied !== undefined) return denied;
  if (intent === 'procedure') return composeProcedure(evidence, access, question, gathered, similarity);
  if (isSafety) return composeSafely(evidence, access, question, gathered, similarity);
  // Where no drawing bears the tag, a document may still tell of the drawing.
  if (intent === 'where-drawn')
    return (await composeWhereDrawn(evidence, access, question, signal)) ?? composeDocument(question, gathered, similarity);
  if (intent === 'find-document') return composeDocument(question, gathered, similarity);
  const rows = ROW_INTENTS[intent];
  if (rows !== undefined && rows.several === true) return quoteBelow(evidence, access, composeFault(question, gathered, rows, similarity));
  if (rows !== undefined && intent === 'part-or-tool') return composeParts(evidence, access, question, gathered, rows, similarity);
  if (rows !== undefined) {
    const told = await quoteBelow(evidence, access, composeFromUnits(question, gathered, rows, similarity));
    return intent === 'specification' ? withTableNote(evidence, access, question, told) : told;
  }
  return intent === 'unknown' ? composeUnknown(question, gathered, similarity) : undefined;
}

/** What to isolate and how, with what to beware of. */
async function composeSafely(
  evidence: Evidence,
  access: Access,
  question: Question,
  gathered: Gathered,
  similarity: Similarity,
): Promise<Composition> {
  const told = await composeSafety(evidence, access, question, gathered, similarity);
  // A list of isolation points that people wrote and approved stands above what a drawing shows.
  const isWritten = told.kind === 'answer' && told.whole === true;
  const composed = (isWritten ? undefined : await composeIsolation(evidence, access, question)) ?? told;
  return addIsolationWarnings(evidence, access, question, await withSteps(evidence, access, question, gathered, composed));
}

/** Points with the steps for isolating; these alone where steps are asked for and what was found is neither points nor all that is asked. */
async function withSteps(
  evidence: Evidence,
  access: Access,
  question: Question,
  gathered: Gathered,
  composed: Composition,
): Promise<Composition> {
  if (!asksToIsolate(question.text)) return composed;
  const { steps } = askedForm(question);
  const claims = composed.kind === 'answer' ? composed.claims : [];
  const isPoint = ({ kind, spans }: DraftClaim) => kind !== 'computed' && spans[0].stored.passage.cells !== undefined;
  const isDrawn = claims.some((claim) => claim.kind !== 'computed' && claim.drawn !== undefined);
  if (composed.kind === 'answer' && (isDrawn || (composed.whole === true && claims.every(isPoint))))
    return addIsolationSteps(evidence, access, question, gathered, composed, steps);
  if (!steps || claims.some(isPoint)) return composed;
  const told = await tellIsolation(evidence, access, question, gathered, new Set());
  if (told?.kind !== 'answer') return composed;
  return composed.kind !== 'answer' || tellsAllAsked(question, told) ? told : composed;
}

const INTERROGATIVE = wordingPattern('interrogative');
const ASKS_PERSON = wordingPattern('asksPerson');
const ACTED: ReadonlySet<Intent> = new Set(['procedure', 'safety-isolation', 'remedy', 'next-check']);

/**
 * A bare subject (`P-101A: rated flow?`) asks for its value. With words of asking it may ask something else of it, unless it asks for a
 * number and is told one; whose number is not understood where nothing but the machine is (`HV-1 上的锁是几号`).
 */
function composeUnknown(question: Question, gathered: Gathered, similarity: Similarity): Composition | undefined {
  const rows = ROW_INTENTS.specification;
  if (rows === undefined) return undefined;
  const composed = composeFromUnits({ ...question, intent: 'specification' }, gathered, rows, similarity);
  const { value, steps, yesOrNo, list } = askedForm({ text: question.text, dimensions: [] });
  const isBare = !steps && !yesOrNo && !list && !INTERROGATIVE.test(plainAsking(fold(question.text)));
  const isNumber = value && question.terms.length > 0 && composed.kind === 'answer' && composed.claims.some(({ text }) => /\d/u.test(text));
  return isBare || isNumber ? composed : undefined;
}
