import { type Access, canonicalJson, compareText, FaultlineError, type Json, sha256 } from '../kernel/index.ts';
import { phrasesOf } from '../ontology/index.ts';
import type { Answer, AnswerContent, AnswerEvent, AnswerRequest, Degradation, Resolution } from './answer.ts';
import { askBack } from './compose/ask-back.ts';
import { checkPremises } from './compose/check-premises.ts';
import { composeAsked } from './compose/compose-asked.ts';
import { composeDocument } from './compose/compose-document.ts';
import { composeFault } from './compose/compose-fault.ts';
import { composeFromUnits } from './compose/compose-from-units.ts';
import { composeParts } from './compose/compose-parts.ts';
import { composeProcedure } from './compose/compose-procedure.ts';
import { composeSafety } from './compose/compose-safety.ts';
import type { Composition } from './compose/composition.ts';
import { type Gathered, gatherEvidence, NOTHING_GATHERED } from './compose/gather-evidence.ts';
import { addIsolationWarnings } from './compose/isolation-warnings.ts';
import { readAsCorrected } from './compose/read-as-corrected.ts';
import { refuseDamaged } from './compose/refuse-damaged.ts';
import { refuseNotFound } from './compose/refuse-not-found.ts';
import { refuseUnknownCodes } from './compose/refuse-unknown-codes.ts';
import { ROW_INTENTS } from './compose/row-intents.ts';
import { makeSimilarity, type Similarity } from './compose/similarity.ts';
import type { Evidence } from './dependencies.ts';
import { composeFigure } from './figures/compose-figure.ts';
import { composeHistory } from './figures/compose-history.ts';
import { passGate } from './gate.ts';
import type { Kept } from './question/kept.ts';
import type { Intent, Question } from './question/question.ts';
import { composeQuotes } from './quote/compose-quotes.ts';
import { showCandidates } from './shown/show-candidates.ts';
import { showRow } from './shown/show-row.ts';
import { understandRequest } from './understand-request.ts';

/** Answers a question with the words and figures of the documents that the reader may read, or says why not. */
export async function answerQuestion(evidence: Evidence, access: Access, request: AnswerRequest, signal: AbortSignal): Promise<Answer> {
  for await (const event of streamAnswer(evidence, access, request, signal)) if (event.kind === 'done') return event.answer;
  throw new FaultlineError('internal', 'An answer ended before it was done.');
}

/** The same answer piece by piece; between two pieces the signal is looked at. */
export async function* streamAnswer(
  given: Evidence,
  access: Access,
  request: AnswerRequest,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, undefined> {
  const evidence = readAsCorrected(given);
  const timings: Record<string, number> = {};
  let last = evidence.clock.now();
  const lap = (name: string) => {
    const now = evidence.clock.now();
    timings[name] = now - last;
    last = now;
    signal.throwIfAborted();
  };
  const understood = await understandRequest(evidence, access, request, last);
  const { question, kept } = understood;
  lap('analyse');
  const resolved = kept.length === 0 ? {} : { resolution: describeResolution(question, kept) };
  yield { kind: 'start', intent: question.intent, language: question.language, ...resolved };
  const figure = askBack(understood) ?? (await composeFromRows(evidence, access, question, signal));
  const gathered = isOpen(figure) ? await gatherEvidence(evidence, access, question, signal) : NOTHING_GATHERED;
  lap('recall');
  const first = isOpen(figure) && !FROM_ROWS.has(question.intent) ? await compose(evidence, access, question, gathered, signal) : figure;
  const composed = isOpen(first)
    ? ((await composeAsked(evidence, access, question, gathered)) ??
      (await composeQuotes(evidence, access, question, gathered, signal)) ??
      (await refuseNotFound(evidence, access, question)))
    : first;
  const composition = refuseDamaged(question, composed, gathered) ?? composed;
  lap('compose');
  const decided = await decide(evidence, access, question, composition, gathered, signal);
  const content: AnswerContent = { ...(request.mode === 'model' ? withoutModel(decided) : decided), ...resolved };
  lap('verify');
  for (const [index, citation] of content.citations.entries()) yield { kind: 'evidence', index, citation };
  for (const [index, claim] of content.safety.entries()) yield { kind: 'safety', index, claim };
  for (const [index, claim] of content.claims.entries()) yield { kind: 'claim', index, claim };
  yield { kind: 'done', answer: { content, digest: sha256(canonicalJson(content as unknown as Json)), envelope: { timings } } };
}

/** Says which question is answered, and what of it was said before. */
function describeResolution(question: Question, kept: readonly Kept[]): Resolution {
  return { question: question.text, kept, text: phrasesOf(question.language).understood(question.text, kept) };
}

/** No model is configured: who asked for one is told that the answer is extractive for that reason. */
function withoutModel(content: AnswerContent): AnswerContent {
  return { ...content, degraded: [...new Set<Degradation>([...content.degraded, 'no-model'])].sort(compareText) };
}

/** Nobody has answered, and nobody has looked up that there is nothing. */
function isOpen(first: Composition | undefined): first is undefined | (Composition & { readonly kind: 'refuse' }) {
  return first === undefined || (first.kind === 'refuse' && first.reason === 'absent' && first.isExact !== true);
}

/** What typed rows alone answer; undefined where something else is asked. */
async function composeFromRows(
  evidence: Evidence,
  access: Access,
  question: Question,
  signal: AbortSignal,
): Promise<Composition | undefined> {
  if (!FROM_ROWS.has(question.intent)) return undefined;
  const unknown = await refuseUnknownCodes(evidence, access, question, NOTHING_GATHERED, signal);
  if (unknown !== undefined) return unknown;
  return question.intent === 'aggregate'
    ? composeFigure(evidence, access, question, signal)
    : composeHistory(evidence, access, question, signal);
}

/** By the composer that the intent has; undefined where it has none. */
async function compose(
  evidence: Evidence,
  access: Access,
  question: Question,
  gathered: Gathered,
  signal: AbortSignal,
): Promise<Composition | undefined> {
  const unknown = await refuseUnknownCodes(evidence, access, question, gathered, signal);
  if (unknown !== undefined) return unknown;
  const { intent } = question;
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

/** Intents that typed rows answer; no passage has to be found for them. */
const FROM_ROWS: ReadonlySet<Intent> = new Set(['aggregate', 'asset-history']);

const NOTHING = { claims: [], citations: [], conflicts: [], safety: [], missing: '', candidates: [] } as const;

/** What may be said of a composition after the gate: unsupported claims are cut, and with none left nothing is said. */
async function decide(
  evidence: Evidence,
  access: Access,
  question: Question,
  composition: Composition,
  gathered: Gathered,
  signal: AbortSignal,
): Promise<AnswerContent> {
  const base = {
    ...NOTHING,
    intent: question.intent,
    language: question.language,
    mode: 'extractive',
    degraded: gathered.degraded,
  } as const;
  const safety = composition.kind === 'answer' ? (composition.safety ?? []) : [];
  const scope = composition.kind === 'answer' ? { question, equipment: gathered.equipment, named: gathered.named } : undefined;
  const said = composition.claims.map((claim) => showRow(question, claim));
  const gated = await passGate(evidence, access, scope, said, safety, signal);
  const shown = { ...base, claims: gated.claims, safety: gated.safety, citations: gated.citations };
  if (composition.kind === 'nearest') return { ...shown, decision: 'nearest', missing: composition.missing };
  if (composition.kind === 'clarify') {
    const { candidates, missing = '' } = composition;
    return { ...shown, decision: 'clarify', candidates: showCandidates(question, candidates), missing };
  }
  if (composition.kind === 'refuse')
    return {
      ...shown,
      decision: 'abstained',
      reason: composition.reason,
      missing: composition.missing,
      candidates: composition.candidates ?? [],
    };
  const incomplete = composition.whole === true && gated.cut.length > 0;
  if (gated.claims.length === 0 || gated.safety.length < safety.length || incomplete) {
    const missing = phrasesOf(question.language).notVerified();
    return { ...base, decision: 'abstained', reason: 'not-verified', missing };
  }
  const conflicts = (gated.cut.length > 0 ? [] : (composition.conflicts ?? [])).flatMap(([winner, other]) => {
    const [first, second] = [gated.claims[winner], gated.claims[other]];
    const [a, b] = [first?.citations[0], second?.citations[0]];
    return a === undefined || b === undefined || second === undefined ? [] : [{ winner: a, other: b, text: second.text }];
  });
  return { ...shown, decision: 'answered', conflicts };
}
