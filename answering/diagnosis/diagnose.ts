import {
  type Access,
  canonicalJson,
  compareText,
  FaultlineError,
  type Json,
  type Observation,
  type StoredPassage,
  sha256,
} from '../../kernel/index.ts';
import { phrasesOf } from '../../ontology/index.ts';
import { aigcLabel } from '../aigc-label.ts';
import type { Citation, Claim } from '../answer.ts';
import { askBack } from '../compose/ask-back.ts';
import { type Composition, type DraftClaim, quotePassage } from '../compose/composition.ts';
import { type Gathered, gatherEvidence } from '../compose/gather-evidence.ts';
import { addIsolationWarnings } from '../compose/isolation-warnings.ts';
import { composeByIntent } from '../compose-by-intent.ts';
import type { Evidence } from '../dependencies.ts';
import { filesBeingRead } from '../files-being-read.ts';
import { passGate } from '../gate.ts';
import { noteLegs } from '../note-legs.ts';
import type { Question } from '../question/question.ts';
import { showCandidates } from '../shown/show-candidates.ts';
import { showRow } from '../shown/show-row.ts';
import { understandRequest } from '../understand-request.ts';
import { causesOfRow, type DraftCause, type DraftTold } from './causes-of-row.ts';
import { chooseCheck } from './choose-check.ts';
import type { DiagnosedCause, Diagnosis, DiagnosisContent, DiagnosisRequest, NextCheck, Told } from './diagnosis.ts';
import { findEarlier } from './find-earlier.ts';
import { findProcedures } from './find-procedures.ts';
import { areToldApart, leadingCause, type Weighed, weighCauses } from './weigh-causes.ts';

/** Earlier orders quoted of one cause. */
const QUOTED = 3;

/**
 * Documented causes of a symptom or alarm, ordered by how likely they are after what was seen, and what to look at next. Everything
 * it says of documents passed the gate; what it makes of them, chances and the choice of the next check, is arithmetic.
 * @throws FaultlineError `invalid-request` for an observation of a check that this diagnosis does not have; the signal's reason.
 */
export async function diagnose(given: Evidence, access: Access, request: DiagnosisRequest, signal: AbortSignal): Promise<Diagnosis> {
  const { evidence, lacking } = noteLegs(given);
  const content = await diagnoseContent(evidence, access, request, signal);
  const unread = content.causes.length > 0 ? {} : await filesBeingRead(evidence, access);
  const aigc = aigcLabel(sha256(canonicalJson(content as unknown as Json)), 'quotation', evidence.contentProducer);
  const lacks = lacking(content.degraded);
  const notice = phrasesOf(content.language).originNotice('quotation');
  const told = { ...(lacks.length === 0 ? {} : { lacking: lacks }), ...unread };
  return { ...content, ...told, notice, aigc };
}

async function diagnoseContent(
  evidence: Evidence,
  access: Access,
  request: DiagnosisRequest,
  signal: AbortSignal,
): Promise<DiagnosisContent> {
  const understood = await understandRequest(evidence, access, { question: request.fault }, evidence.clock.now());
  const question = asFault(understood.question);
  const gathered = await gatherEvidence(evidence, access, question, signal);
  const composed = askBack(understood) ?? (await composeByIntent(evidence, access, question, gathered, signal));
  const base = { ...NOTHING, language: question.language, degraded: gathered.degraded };
  if (composed?.kind === 'clarify')
    return { ...base, state: 'clarify', candidates: showCandidates(question, composed.candidates), missing: composed.missing ?? '' };
  if (composed?.kind === 'refuse' && composed.isExact === true) {
    // A code that may be meant is no fault to begin with.
    const candidates = (composed.candidates ?? []).filter(({ key }) => key === undefined);
    return { ...base, state: 'abstained', reason: composed.reason, missing: composed.missing, candidates };
  }
  const causes = composed?.kind === 'answer' ? causesIn(question, gathered, composed) : [];
  if (causes.length === 0) return { ...base, state: 'abstained', ...(await whyNone(evidence, access, question)) };
  checkObservations(causes, request.observations);
  const said = await sayCauses(evidence, access, question, gathered, causes, signal);
  const concluded = conclude(question, said, request.observations);
  const lead = leadingCause(concluded.causes);
  const row = said.causes.find(({ id }) => id === lead?.id)?.row;
  if (lead === undefined || row === undefined) return { ...base, ...concluded };
  const { degraded, ...told } = await findProcedures(evidence, access, { question, cause: lead, row, ...concluded }, signal);
  return { ...base, ...concluded, ...told, degraded: [...new Set([...base.degraded, ...degraded])].sort(compareText) };
}

async function whyNone(evidence: Evidence, access: Access, { language }: Question): Promise<Pick<DiagnosisContent, 'reason' | 'missing'>> {
  const phrases = phrasesOf(language);
  const isEmpty = (await evidence.passages.documents(access)).length === 0;
  return isEmpty ? { reason: 'nothing-read', missing: phrases.nothingRead() } : { reason: 'not-found', missing: phrases.noCauses() };
}

const NOTHING = { causes: [], order: 'document', procedures: [], safety: [], citations: [], missing: '', candidates: [] } as const;

/** What is told is a fault, in whatever words. */
function asFault(question: Question): Question {
  const isAlarm = question.entities.some(({ role }) => role === 'alarm');
  return { ...question, intent: isAlarm ? 'alarm-code' : 'cause-of-symptom' };
}

function causesIn(question: Question, { units }: Gathered, { claims }: Extract<Composition, { kind: 'answer' }>): readonly DraftCause[] {
  const rows = new Set(claims.flatMap(({ spans: [span] }) => span?.stored.passage.id ?? []));
  const causes = units
    .filter((unit) => unit.cells.length > 0 && rows.has(unit.stored.passage.id))
    .sort((a, b) => a.stored.passage.order - b.stored.passage.order)
    .flatMap((unit) => causesOfRow(question, unit));
  return [...new Map(causes.map((cause) => [cause.id, cause])).values()];
}

function checkObservations(causes: readonly DraftCause[], observations: readonly Observation[]): void {
  const unknown = observations.find(({ check }) => causes.every((cause) => cause.check.id !== check));
  if (unknown === undefined) return;
  const message = `This diagnosis has no check "${unknown.check}": the documents may have changed since. Begin it anew without observations.`;
  throw new FaultlineError('invalid-request', message);
}

interface SaidCause extends Omit<DiagnosedCause, 'standing' | 'chance' | 'check'> {
  readonly check: DraftCause['check'];
  readonly toldCheck?: Told;
  readonly row: StoredPassage;
}

/** How many orders tell of a cause, and what is quoted of the first of them. */
interface EarlierOrders {
  readonly count: number;
  readonly drafts: readonly DraftClaim[];
}

interface Said {
  readonly causes: readonly SaidCause[];
  readonly safety: readonly Claim[];
  readonly citations: readonly Citation[];
}

/** The causes that the gate lets be said, with what belongs to each. */
async function sayCauses(
  evidence: Evidence,
  access: Access,
  question: Question,
  gathered: Gathered,
  causes: readonly DraftCause[],
  signal: AbortSignal,
): Promise<Said> {
  const earlier = new Map<DraftCause, EarlierOrders>();
  for (const cause of causes) {
    const found = await findEarlier(evidence, access, question, gathered, cause.text, signal);
    earlier.set(cause, { count: found.length, drafts: found.slice(0, QUOTED).map((stored) => showRow(question, quotePassage(stored))) });
  }
  const toldOf = ({ check }: DraftCause) => (check.told === undefined ? [] : [check.told]);
  const own = causes.flatMap((cause) => [cause, ...cause.remedies, ...toldOf(cause)].map(({ claim }) => claim));
  const warned = await addIsolationWarnings(evidence, access, question, { kind: 'answer', claims: own });
  const safety = warned.kind === 'answer' ? (warned.safety ?? []) : [];
  const scope = { question, equipment: gathered.equipment, named: gathered.named };
  const gated = await passGate(evidence, access, scope, [...own, ...[...earlier.values()].flatMap(({ drafts }) => drafts)], safety, signal);
  const passed = new Map(gated.claims.map((claim) => [claim.text, claim]));
  const saidOf = (drafts: readonly DraftClaim[]) => drafts.flatMap(({ text }) => passed.get(text) ?? []);
  const tell = (drafts: readonly DraftTold[]) =>
    drafts.flatMap(({ text, claim }): Told[] => saidOf([claim]).map((said) => ({ text, claim: said })));
  const said = causes.flatMap((cause): SaidCause[] => {
    const [toldCheck] = tell(toldOf(cause));
    const { count = 0, drafts = [] } = earlier.get(cause) ?? {};
    return tell([cause]).map(({ text, claim }) => ({
      id: cause.id,
      text,
      claim,
      check: cause.check,
      row: cause.claim.spans[0].stored,
      ...(toldCheck === undefined ? {} : { toldCheck }),
      remedies: tell(cause.remedies),
      earlier: { atLeast: count, claims: saidOf(drafts) },
    }));
  });
  return { causes: said, safety: gated.safety, citations: gated.citations };
}

/** The likeliest first, ties as documented, and the next check among those not made yet. */
function conclude(
  { language }: Question,
  { causes, safety, citations }: Said,
  observations: readonly Observation[],
): Omit<DiagnosisContent, 'language' | 'candidates' | 'degraded' | 'procedures'> {
  const weighable = causes.map(({ id, check, earlier }) => ({ id, check: check.id, earlier: earlier.atLeast }));
  const weighed = weighCauses(weighable, observations);
  const told = causes.map(({ check, toldCheck: _, row: __, ...cause }, at): DiagnosedCause & Weighed => ({
    ...cause,
    check: check.id,
    ...(weighed[at] ?? { standing: 'open', chance: 0 }),
  }));
  const order = areToldApart(weighable, weighed) ? ('earlier' as const) : ('document' as const);
  const base = { causes: [...told].sort((a, b) => b.chance - a.chance), order, safety, citations };
  const phrases = phrasesOf(language);
  if (told.every(({ standing }) => standing === 'ruled-out')) return { ...base, state: 'exhausted', missing: phrases.allRuledOut() };
  if (told.some(({ standing }) => standing === 'found')) return { ...base, state: 'found', missing: '' };
  const next = nextCheck(causes, weighed, observations);
  return { ...base, state: 'open', missing: next === undefined ? phrases.noCheckLeft() : '', ...(next === undefined ? {} : { next }) };
}

function nextCheck(causes: readonly SaidCause[], weighed: readonly Weighed[], observations: readonly Observation[]): NextCheck | undefined {
  const made = new Set(observations.map(({ check }) => check));
  const checks = [...new Map(causes.map(({ check }) => [check.id, check])).values()].filter(({ id }) => !made.has(id));
  const options = checks.map(({ id, effort }) => ({
    id,
    effort,
    causes: causes.flatMap(({ check }, at) => (check.id === id ? [at] : [])),
  }));
  const chosen = chooseCheck(
    weighed.map(({ chance }) => chance),
    options,
  );
  if (chosen === undefined) return undefined;
  const { option, gain } = chosen;
  const own = option.causes.flatMap((at) => causes[at] ?? []);
  const told = own.find(({ toldCheck }) => toldCheck !== undefined)?.toldCheck;
  return { id: option.id, causes: own.map(({ id }) => id), effort: option.effort, gain, ...(told === undefined ? {} : { told }) };
}
