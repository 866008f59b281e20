import type { Access } from '../../kernel/index.ts';
import type { AnswerContent, CutSentence } from '../answer.ts';
import type { AnswerNotes } from '../answer-notes.ts';
import type { DraftClaim } from '../compose/composition.ts';
import type { Evidence } from '../dependencies.ts';
import { type GateScope, passGate } from '../gate.ts';
import type { Intent } from '../question/question.ts';
import { type JudgedSentence, judgeSentences } from './judge-sentences.ts';
import { unsaidProhibitions } from './lost-limits.ts';
import { type OfferedEvidence, offerEvidence, type QuotedDraft } from './offered-evidence.ts';
import { REPLY_FORM, type ReadReply, readReply } from './read-reply.ts';
import { repairPrompt, WORDING_PROMPT, wordingPrompt } from './wording-prompt.ts';

/** What an extractive answer was made of, as the gate let it through. */
export interface Grounds {
  readonly claims: readonly DraftClaim[];
  readonly safety: readonly DraftClaim[];
  readonly scope: GateScope;
  /** Its claims make sense all together and in their order, or not at all. */
  readonly whole: boolean;
}

/** What tells people what to do at a machine is given as it is written. */
const AS_WRITTEN: ReadonlySet<Intent> = new Set(['procedure', 'safety-isolation']);

/**
 * An answer in the words of a model, as far as they hold: of each sentence that does not, the quotes that it cites stand in its place,
 * or nothing. The decision, figures, a yes or no, safety messages and what sources forbid are those of the extractive answer, which is
 * given as it is where nothing of the wording holds, and where the model is away (`no-model` among the faults). Nothing but an answer
 * is worded: what comes nearest would sound like one.
 */
export async function wordAnswer(
  evidence: Evidence,
  access: Access,
  extractive: AnswerContent,
  grounds: Grounds,
  notes: AnswerNotes,
  signal: AbortSignal,
): Promise<AnswerContent> {
  const { writer, grammar } = evidence;
  const { question } = grounds.scope;
  if (writer === undefined || !mayBeWorded(extractive, grounds)) return extractive;
  const { prompt, offered } = wordingPrompt(question, offerEvidence(grounds.claims));
  if (offered.length === 0) return extractive;
  const reply = await readWriting(prompt, evidence, notes, signal);
  if (reply === undefined) return extractive;
  notes.models.add(writer.model);
  const judged = judgeSentences(question, reply.sentences, offered, grammar);
  const wording = { model: writer.model, prompt: WORDING_PROMPT, said: judged.length };
  const drafts = draftsOf(judged, grounds.claims, offered, evidence);
  const gated = await passGate(evidence, access, grounds.scope, drafts, grounds.safety, signal);
  const kept = gated.claims.filter(({ worded }) => worded === true).length;
  const isLess = gated.safety.length < grounds.safety.length || gated.cut.some((one) => one.worded !== true);
  const failed = judged.filter(({ reasons }) => reasons.length > 0);
  if (kept === 0 || isLess) {
    // Where nothing was kept, a sentence without a fault was a quote, which stands.
    const lost = kept === 0 ? failed : judged;
    return { ...extractive, wording: { ...wording, kept: 0, cut: lost.map((one) => cutOf(one, true)) } };
  }
  const cut = [
    ...failed.map((one) => cutOf(one, one.cited.length > 0)),
    ...gated.cut.map(
      ({ checks }): CutSentence => ({
        reasons: checks.filter(({ outcome }) => outcome !== 'passed').map(({ name }) => name),
        isQuoted: false,
      }),
    ),
  ];
  const { claims, safety, citations } = gated;
  return { ...extractive, mode: 'model', claims, safety, citations, wording: { ...wording, kept, cut } };
}

function mayBeWorded({ decision, conflicts, intent }: AnswerContent, { claims, whole }: Grounds): boolean {
  const isCompared = claims.some((draft) => draft.kind !== 'computed' && draft.under !== undefined);
  const isStep = claims.some(({ spans }) => spans.some(({ stored }) => stored.passage.kind === 'step'));
  return decision === 'answered' && conflicts.length === 0 && !whole && !isCompared && !isStep && !AS_WRITTEN.has(intent);
}

/** What a model replies, asked once more where its reply cannot be read; undefined, with the fault noted, where nothing can be. */
async function readWriting(
  prompt: Parameters<typeof repairPrompt>[0],
  { writer }: Evidence,
  notes: AnswerNotes,
  signal: AbortSignal,
): Promise<Extract<ReadReply, { kind: 'sentences' }> | undefined> {
  let asked = prompt;
  for (let round = 0; writer !== undefined && round < 2; round += 1) {
    const written = await writer.write(asked, REPLY_FORM, signal);
    if (written.kind === 'away') break;
    const read = readReply(written.text);
    if (read.kind === 'sentences') return read;
    asked = repairPrompt(prompt, read.fault);
  }
  notes.faults.add('no-model');
  return undefined;
}

/**
 * What is said, in order: figures and a yes or no first, then sentences that hold and, once each, quotes in the place of those that do
 * not; last what no sentence may leave out.
 */
function draftsOf(
  judged: readonly JudgedSentence[],
  claims: readonly DraftClaim[],
  offered: readonly OfferedEvidence[],
  { grammar }: Evidence,
): readonly DraftClaim[] {
  const byDraft = new Map<DraftClaim, OfferedEvidence>(offered.map((one) => [one.draft, one]));
  const said: DraftClaim[] = [];
  const add = (draft: DraftClaim) => {
    if (!said.some(({ text }) => text === draft.text)) said.push(draft);
  };
  for (const { text, cited, reasons } of judged) {
    if (reasons.length === 0) add(worded(text, cited));
    else for (const { draft } of cited) add(draft);
  }
  const sentences = said.map(({ text }) => text);
  const unsaid = unsaidProhibitions(
    sentences,
    offered.map(({ source }) => source),
    grammar,
  );
  const isLeantOn = ({ draft }: OfferedEvidence) => said.some(({ spans }) => spans.some((span) => draft.spans.includes(span)));
  const polar = claims.filter((draft) => draft.kind !== 'computed' && draft.polar !== undefined);
  const stands = new Set(polar.flatMap(({ spans }) => spans.map(({ stored }) => stored.passage.id)));
  for (const one of offered) {
    const carriesStance = stands.has(one.draft.spans[0].stored.passage.id) && !isLeantOn(one);
    if (unsaid.has(one.source.id) || carriesStance) add(one.draft);
  }
  const kept = claims.filter((draft) => !byDraft.has(draft));
  const isFirst = (draft: DraftClaim) => draft.kind === 'computed' || draft.polar !== undefined;
  return [...kept.filter(isFirst), ...said, ...kept.filter((draft) => !isFirst(draft))];
}

/** A sentence that is a quote is one. */
function worded(text: string, cited: readonly OfferedEvidence[]): QuotedDraft {
  const quoted = cited.find(({ draft }) => draft.text === text);
  if (quoted !== undefined) return quoted.draft;
  const [first, ...others] = cited.flatMap(({ draft }) => draft.spans);
  if (first === undefined) throw new RangeError('a sentence without evidence was let through');
  return { kind: 'composed', text, spans: [first, ...others], worded: true };
}

function cutOf({ reasons }: JudgedSentence, isQuoted: boolean): CutSentence {
  return { reasons, isQuoted };
}
