import { type Access, type StoredPassage, titlesAbove } from '../../kernel/index.ts';
import { phrasesOf, splitItems } from '../../ontology/index.ts';
import type { Citation, Claim, Degradation } from '../answer.ts';
import { composeProcedure } from '../compose/compose-procedure.ts';
import type { Composition, DraftClaim } from '../compose/composition.ts';
import { type Gathered, gatherEvidence } from '../compose/gather-evidence.ts';
import { addIsolationWarnings } from '../compose/isolation-warnings.ts';
import { makeSimilarity } from '../compose/similarity.ts';
import type { Evidence } from '../dependencies.ts';
import { type Gated, passGate } from '../gate.ts';
import type { Question } from '../question/question.ts';
import { understandRequest } from '../understand-request.ts';
import { hasTagShape } from '../verify/tag-relation.ts';
import type { DiagnosedCause, DiagnosedProcedure, DiagnosisContent } from './diagnosis.ts';

/** Things to do that procedures are looked for: what a cell lists beyond is told as a remedy and asked of nothing. */
const MOST = 3;

/** A cause that is found or leads, in its diagnosis so far; `row` is what documents it. */
export interface LeadingCause extends Pick<DiagnosisContent, 'safety' | 'citations'> {
  readonly question: Question;
  readonly cause: DiagnosedCause;
  readonly row: StoredPassage;
}

export type FoundProcedures = Pick<DiagnosisContent, 'procedures' | 'safety' | 'citations' | 'degraded'>;

/**
 * What documents tell of doing what remedies a cause (of a cause without remedies, of the cause itself), as a question for the
 * procedure would be answered: whole, in order, past the gate, or not at all. The document that tells the cause goes first; another one
 * only where it is known which machine this is about. Safety and citations are those of before with what belongs to the steps.
 */
export async function findProcedures(
  evidence: Evidence,
  access: Access,
  { question: fault, cause, row, ...before }: LeadingCause,
  signal: AbortSignal,
): Promise<FoundProcedures> {
  const asked = itemsOf(cause.remedies.length === 0 ? [cause.text] : cause.remedies.map(({ text }) => text));
  const machines = machinesOf(fault, row);
  const scopes = machines.length === 0 ? [[row.documentId]] : [[row.documentId], undefined];
  const procedures: DiagnosedProcedure[] = [];
  const degraded = new Set<Degradation>();
  let { safety, citations } = before;
  for (const remedy of asked) {
    const of = { cause: cause.id, remedy };
    let told: Told = { kind: 'none', missing: phrasesOf(fault.language).noProcedure(remedy) };
    for (const documents of scopes) {
      const question = await askFor(evidence, access, fault, machines, remedy, documents);
      const gathered = await gatherEvidence(evidence, access, question, signal);
      for (const one of gathered.degraded) degraded.add(one);
      const similarity = await makeSimilarity(evidence.embedder, question, gathered.units, signal);
      const composed = await composeProcedure(evidence, access, question, gathered, similarity);
      told = await hold(evidence, access, { question, gathered, remedy, citations }, composed, signal);
      if (told.kind === 'documented') break;
    }
    if (told.kind === 'none') procedures.push({ ...told, ...of });
    else {
      const { isolating, citations: all, ...rest } = told;
      procedures.push({ ...rest, ...of });
      safety = [...safety, ...isolating.filter(({ text }) => safety.every((one) => one.text !== text))];
      citations = all;
    }
  }
  return { procedures, safety, citations, degraded: [...degraded] };
}

type DistributedOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type Told =
  | DistributedOmit<Extract<DiagnosedProcedure, { kind: 'none' }>, 'cause' | 'remedy'>
  | (DistributedOmit<Extract<DiagnosedProcedure, { kind: 'documented' }>, 'cause' | 'remedy'> & {
      /** Warnings of the document for making the machine safe. */
      readonly isolating: readonly Claim[];
      readonly citations: readonly Citation[];
    });

function itemsOf(cells: readonly string[]): readonly string[] {
  const items = cells.flatMap((text) => splitItems(text).map(({ start, end }) => text.slice(start, end)));
  return [...new Set(items)].slice(0, MOST);
}

/** The machines that the fault names, else those of the innermost title over the row of its cause. */
function machinesOf({ entities, grammar }: Question, { passage, title }: StoredPassage): readonly string[] {
  const named = entities.filter(({ role, isCode }) => role === 'asset' && isCode).map(({ text }) => text);
  if (named.length > 0) return [...new Set(named)];
  const levels = [...titlesAbove(passage), title].map((text) =>
    grammar.find(text).flatMap(({ start, end, identifier }) => (hasTagShape(identifier.folded) ? [text.slice(start, end)] : [])),
  );
  return [...new Set(levels.find((codes) => codes.length > 0))];
}

/** What is to be done, asked of the machine, within the given documents or all that may be read. */
async function askFor(
  evidence: Evidence,
  access: Access,
  { language }: Question,
  machines: readonly string[],
  remedy: string,
  documents: readonly StoredPassage['documentId'][] | undefined,
): Promise<Question> {
  const phrases = phrasesOf(language);
  const text = machines.length === 0 ? remedy : phrases.about(phrases.list(machines), remedy);
  const request = { question: text, ...(documents === undefined ? {} : { scope: { documents } }) };
  const { question } = await understandRequest(evidence, access, request, evidence.clock.now());
  return { ...question, language, intent: 'procedure' };
}

interface Sought {
  readonly question: Question;
  readonly gathered: Gathered;
  readonly remedy: string;
  /** Of the diagnosis so far. */
  readonly citations: readonly Citation[];
}

/** A procedure with a step or a warning that the gate does not let pass is none. */
async function hold(
  evidence: Evidence,
  access: Access,
  { question, gathered, remedy, citations }: Sought,
  composed: Composition,
  signal: AbortSignal,
): Promise<Told> {
  const phrases = phrasesOf(question.language);
  if (composed.kind !== 'answer') return { kind: 'none', missing: whyNone(question, remedy, composed) };
  const { claims, safety: own = [] } = composed;
  const warned = await addIsolationWarnings(evidence, access, question, composed);
  const safety = warned.kind === 'answer' ? (warned.safety ?? []) : own;
  const scope = { question, equipment: gathered.equipment, named: gathered.named };
  const gated = await passGate(evidence, access, scope, claims, safety, signal, citations);
  const isOfOthers = gated.cut.some(({ checks }) => checks.some(({ name, outcome }) => name === 'asset-scope' && outcome === 'failed'));
  if (isOfOthers) return { kind: 'none', missing: phrases.noProcedure(remedy) };
  if (gated.cut.length > 0) return { kind: 'none', missing: phrases.notVerified() };
  return {
    kind: 'documented',
    title: titleOf(claims),
    warnings: gated.safety.slice(0, own.length),
    steps: gated.claims,
    missing: isUnsure(gated) ? phrases.readUnsurely() : '',
    isolating: gated.safety.slice(own.length),
    citations: gated.citations,
  };
}

function whyNone({ language }: Question, remedy: string, composed: Exclude<Composition, { kind: 'answer' }>): string {
  const phrases = phrasesOf(language);
  if (composed.kind === 'clarify')
    return phrases.severalProcedures(
      remedy,
      composed.candidates.map(({ text }) => text),
    );
  return composed.kind === 'refuse' && composed.reason !== 'absent' ? composed.missing : phrases.noProcedure(remedy);
}

function titleOf([first]: readonly DraftClaim[]): string {
  const passage = first?.spans[0]?.stored.passage;
  return passage === undefined ? '' : (titlesAbove(passage)[0] ?? '');
}

function isUnsure({ claims, safety, citations }: Gated): boolean {
  return [...claims, ...safety].some((claim) => claim.citations.some((index) => citations[index]?.recognition?.isUnsure === true));
}
