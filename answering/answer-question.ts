import { type Access, canonicalJson, compareText, FaultlineError, type Json, sha256 } from '../kernel/index.ts';
import { phrasesOf } from '../ontology/index.ts';
import { aigcLabel } from './aigc-label.ts';
import type { Answer, AnswerContent, AnswerRequest, Resolution } from './answer.ts';
import type { AnswerEvent } from './answer-event.ts';
import type { AnswerNotes } from './answer-notes.ts';
import { citeDisputes } from './cite-disputes.ts';
import { askBack } from './compose/ask-back.ts';
import type { Composition, DraftClaim } from './compose/composition.ts';
import { findDisputes } from './compose/find-disputes.ts';
import { type Gathered, gatherEvidence, NOTHING_GATHERED } from './compose/gather-evidence.ts';
import { isOpen } from './compose/is-open.ts';
import { readAsCorrected } from './compose/read-as-corrected.ts';
import { refuseDamaged } from './compose/refuse-damaged.ts';
import { speaksOfSide } from './compose/speaks-of-side.ts';
import { tellsHowMany } from './compose/tells-how-many.ts';
import { withStance } from './compose/with-stance.ts';
import { composeDifference } from './compose-difference.ts';
import { composeFromPassages } from './compose-from-passages.ts';
import { composeFromRows } from './compose-from-rows.ts';
import type { Evidence } from './dependencies.ts';
import { composeRevisions } from './drawn/compose-revisions.ts';
import { filesBeingRead } from './files-being-read.ts';
import { type Gated, passGate } from './gate.ts';
import { noteLegs } from './note-legs.ts';
import { askedSides } from './question/asked-sides.ts';
import type { Kept } from './question/kept.ts';
import type { Question } from './question/question.ts';
import { showCandidates } from './shown/show-candidates.ts';
import { showRow } from './shown/show-row.ts';
import { understandRequest } from './understand-request.ts';
import { type Grounds, wordAnswer } from './wording/word-answer.ts';

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
  const { evidence: noted, found, lacking } = noteLegs(given);
  const evidence = heardModels(readAsCorrected(noted), request);
  const timings: Record<string, number> = {};
  let last = evidence.clock.now();
  const lap = (name: string) => {
    const now = evidence.clock.now();
    timings[name] = (timings[name] ?? 0) + now - last;
    last = now;
    signal.throwIfAborted();
  };
  const understood = await understandRequest(evidence, access, request, last);
  const { question, kept } = understood;
  lap('analyse');
  const resolved = kept.length === 0 ? {} : { resolution: describeResolution(question, kept) };
  yield { kind: 'start', intent: question.intent, language: question.language, ...resolved };
  // Who asks for a model where none is configured is told so.
  const isMissing = request.mode === 'model' && evidence.writer === undefined;
  const notes: AnswerNotes = { faults: new Set(isMissing ? ['no-model'] : []), models: new Set() };
  const exact = askBack(understood) ?? (await composeRevisions(evidence, access, question));
  const first = exact ?? (await composeFromRows(evidence, access, question, notes, signal));
  const isAsked = isOpen(first);
  const gathered = isAsked ? await gatherEvidence(evidence, access, question, signal) : NOTHING_GATHERED;
  lap('recall');
  const compositions = isAsked ? compositionsOf(evidence, access, question, gathered, notes, signal) : [first];
  const { content: extractive, grounds } = await decideFirst(evidence, access, question, compositions, gathered, signal, lap);
  const decided = grounds === undefined ? extractive : await wordAnswer(evidence, access, extractive, grounds, notes, signal);
  if (evidence.writer !== undefined) lap('word');
  const degraded = [...new Set([...decided.degraded, ...notes.faults])].sort(compareText);
  // Figures say themselves which logs they leave out.
  const unread = isAsked && decided.decision !== 'answered' ? await filesBeingRead(evidence, access) : {};
  const content: AnswerContent = { ...decided, degraded, ...resolved };
  const models = notes.models.size === 0 ? {} : { models: [...notes.models].sort(compareText) };
  for (const [index, citation] of content.citations.entries()) yield { kind: 'evidence', index, citation };
  for (const [index, claim] of content.safety.entries()) yield { kind: 'safety', index, claim };
  for (const [index, claim] of content.claims.entries()) yield { kind: 'claim', index, claim };
  const cited = found(content.citations);
  const digest = sha256(canonicalJson(content as unknown as Json));
  const origin = content.mode === 'model' ? 'model' : 'quotation';
  const notice = phrasesOf(content.language).originNotice(origin);
  const aigc = aigcLabel(digest, origin, evidence.contentProducer);
  const lacks = lacking(degraded);
  const told = {
    ...(lacks.length === 0 ? {} : { lacking: lacks }),
    ...unread,
    ...(cited.length === 0 ? {} : { found: cited }),
  };
  yield { kind: 'done', answer: { content, digest, envelope: { timings, ...models, ...told, notice, aigc } } };
}

/** Who asks for the words of the documents is answered without a model; one words the answer of who asks for that. */
function heardModels({ adviser, rowAdviser, writer, ...alone }: Evidence, { mode }: AnswerRequest): Evidence {
  return {
    ...alone,
    ...(adviser === undefined || mode === 'extractive' ? {} : { adviser }),
    ...(rowAdviser === undefined || mode === 'extractive' ? {} : { rowAdviser }),
    ...(writer === undefined || mode !== 'model' ? {} : { writer }),
  };
}

/** Says which question is answered, and what of it was said before. */
function describeResolution(question: Question, kept: readonly Kept[]): Resolution {
  return { question: question.text, kept, text: phrasesOf(question.language).understood(question.text, kept) };
}

/** Of a question for a difference, both sides first, and nothing that answers for one of them alone. */
async function* compositionsOf(
  evidence: Evidence,
  access: Access,
  question: Question,
  gathered: Gathered,
  notes: AnswerNotes,
  signal: AbortSignal,
): AsyncGenerator<Composition, void, undefined> {
  const sides = askedSides(question);
  const difference = sides === undefined ? undefined : await composeDifference(evidence, access, question, sides, notes, signal);
  if (difference !== undefined) yield difference;
  const [one, other] = sides ?? [];
  for await (const composed of composeFromPassages(evidence, access, question, gathered, notes, signal)) {
    const isOneSided =
      composed.kind === 'answer' &&
      one !== undefined &&
      other !== undefined &&
      !(speaksOfSide(question, one, other, composed.claims) && speaksOfSide(question, other, one, composed.claims));
    if (!isOneSided && tellsHowMany(question, composed))
      yield findDisputes(evidence, access, question, gathered, withStance(question, composed), signal);
  }
}

/** What is said, and where it is an answer what it was made of. */
interface Decided {
  readonly content: AnswerContent;
  readonly grounds?: Grounds;
}

const NOTHING = { claims: [], citations: [], conflicts: [], safety: [], missing: '', candidates: [] } as const;

function isPolar(claim: DraftClaim): boolean {
  return claim.kind !== 'computed' && claim.polar !== undefined;
}

/** The first composition of which the gate leaves something to say; where it leaves nothing of any, that is said of the first. */
async function decideFirst(
  evidence: Evidence,
  access: Access,
  question: Question,
  compositions: AsyncIterable<Composition> | Iterable<Composition>,
  gathered: Gathered,
  signal: AbortSignal,
  lap: (name: string) => void,
): Promise<Decided> {
  let cut: Decided | undefined;
  let unsure: Decided | undefined;
  for await (const composed of compositions) {
    const composition = refuseDamaged(question, composed, gathered) ?? composed;
    lap('compose');
    const decided = await decide(evidence, access, question, composition, gathered, signal);
    const { decision, reason } = decided.content;
    lap('verify');
    // What was recognised unsurely is given only where nothing that comes after it is surer.
    if (composition.kind === 'answer' && decision === 'nearest') unsure ??= decided;
    else if (reason === 'not-verified') cut ??= decided;
    else if (unsure === undefined || decision === 'answered') return decided;
  }
  if (unsure !== undefined) return unsure;
  if (cut === undefined) throw new FaultlineError('internal', 'A question was composed no answer for.');
  return cut;
}

/** Whether a claim rests on words that were recognised with less confidence than the floor: shown, it is; said to be so, it is not. */
function isReadUnsurely({ claims, safety, citations }: Gated): boolean {
  return [...claims, ...safety].some((claim) => claim.citations.some((index) => citations[index]?.recognition?.isUnsure === true));
}

/** What may be said of a composition after the gate: unsupported claims are cut, and with none left nothing is said. */
async function decide(
  evidence: Evidence,
  access: Access,
  question: Question,
  composition: Composition,
  gathered: Gathered,
  signal: AbortSignal,
): Promise<Decided> {
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
  if (composition.kind === 'nearest') return { content: { ...shown, decision: 'nearest', missing: composition.missing } };
  if (composition.kind === 'clarify') {
    const { candidates, missing = '' } = composition;
    return { content: { ...shown, decision: 'clarify', candidates: showCandidates(question, candidates), missing } };
  }
  if (composition.kind === 'refuse')
    return {
      content: {
        ...shown,
        decision: 'abstained',
        reason: composition.reason,
        missing: composition.missing,
        candidates: composition.candidates ?? [],
      },
    };
  const incomplete = composition.whole === true && gated.cut.length > 0;
  // A yes without the words that it stands on is none.
  const polar = new Set(composition.claims.filter(isPolar).map(({ text }) => text));
  const isBare = gated.claims.every(({ text }) => polar.has(text));
  if (isBare || gated.safety.length < safety.length || incomplete) {
    const missing = phrasesOf(question.language).notVerified();
    return { content: { ...base, decision: 'abstained', reason: 'not-verified', missing } };
  }
  if (isReadUnsurely(gated)) {
    const claims = gated.claims.filter(({ text }) => !polar.has(text));
    return { content: { ...shown, claims, decision: 'nearest', missing: phrasesOf(question.language).readUnsurely() } };
  }
  const conflicts = (gated.cut.length > 0 ? [] : (composition.conflicts ?? [])).flatMap(([winner, other]) => {
    const [first, second] = [gated.claims[winner], gated.claims[other]];
    const [a, b] = [first?.citations[0], second?.citations[0]];
    return a === undefined || b === undefined || second === undefined ? [] : [{ winner: a, other: b, text: second.text }];
  });
  const { missing = '' } = composition;
  const disputed = await citeDisputes(evidence, access, scope, composition, gated, signal);
  const content = {
    ...shown,
    decision: 'answered',
    conflicts: [...conflicts, ...disputed.conflicts],
    citations: [...shown.citations, ...disputed.citations],
    missing,
  } as const;
  return scope === undefined
    ? { content }
    : { content, grounds: { claims: gated.drafts, safety, scope, whole: composition.whole === true } };
}
