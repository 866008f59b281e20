import type { Access } from '../kernel/index.ts';
import type { AnswerNotes } from './answer-notes.ts';
import type { ComparedSide, Composition, DraftClaim } from './compose/composition.ts';
import { gatherEvidence } from './compose/gather-evidence.ts';
import { speaksOfSide } from './compose/speaks-of-side.ts';
import { composeFromPassages } from './compose-from-passages.ts';
import type { Evidence } from './dependencies.ts';
import { passGate } from './gate.ts';
import type { AskedSide } from './question/asked-sides.ts';
import type { Question } from './question/question.ts';
import { understandRequest } from './understand-request.ts';

type Answered = Composition & { readonly kind: 'answer' };

/**
 * Both sides of a question for a difference, each answered by itself and under its own name. Undefined where one of them is not
 * answered by what speaks of it, and where both get the same answer: that tells no difference.
 */
export async function composeDifference(
  evidence: Evidence,
  access: Access,
  question: Question,
  [one, other]: readonly [AskedSide, AskedSide],
  notes: AnswerNotes,
  signal: AbortSignal,
): Promise<Composition | undefined> {
  const first = await answerSide(evidence, access, question, one, other, notes, signal);
  const second = first === undefined ? undefined : await answerSide(evidence, access, question, other, one, notes, signal);
  if (first === undefined || second === undefined || isSame(first, second)) return undefined;
  const claims = [...underSide(question, first, { side: one, rival: other }), ...underSide(question, second, { side: other, rival: one })];
  return { kind: 'answer', claims, safety: [...(first.safety ?? []), ...(second.safety ?? [])], whole: true };
}

/** The first answer to the question of one side that speaks of it, without what speaks of the other, and that the gate lets pass whole. */
async function answerSide(
  evidence: Evidence,
  access: Access,
  { scope }: Question,
  side: AskedSide,
  rival: AskedSide,
  notes: AnswerNotes,
  signal: AbortSignal,
): Promise<Answered | undefined> {
  const within = scope.documents.length === 0 ? {} : { scope: { documents: scope.documents } };
  const { question } = await understandRequest(evidence, access, { question: side.question, ...within }, evidence.clock.now());
  const gathered = await gatherEvidence(evidence, access, question, signal);
  for await (const composed of composeFromPassages(evidence, access, question, gathered, notes, signal)) {
    if (composed.kind !== 'answer') continue;
    const claims = composed.whole === true ? composed.claims : ofSide(question, side, rival, composed.claims);
    if (!speaksOfSide(question, side, rival, claims)) continue;
    const limits = { question, equipment: gathered.equipment, named: gathered.named };
    const { cut } = await passGate(evidence, access, limits, claims, composed.safety ?? [], signal);
    if (cut.length === 0) return { ...composed, claims };
  }
  return undefined;
}

/** Claims that do not speak of the other side; of rows, where some speak of this one, those alone. */
function ofSide(question: Question, side: AskedSide, rival: AskedSide, claims: readonly DraftClaim[]): readonly DraftClaim[] {
  const isRow = ({ spans: [span] }: DraftClaim) => span?.stored.passage.cells !== undefined;
  const own = claims.filter((claim) => !speaksOfSide(question, rival, side, [claim], 'bare'));
  const named = new Set(own.filter((claim) => isRow(claim) && speaksOfSide(question, side, rival, [claim], 'bare')));
  return named.size === 0 ? own : own.filter((claim) => !isRow(claim) || named.has(claim));
}

function isSame(first: Answered, second: Answered): boolean {
  const texts = new Set(first.claims.map(({ text }) => text));
  return second.claims.every(({ text }) => texts.has(text));
}

/** The first claim that speaks of the side says whose it is; what follows belongs to it. */
function underSide(question: Question, { claims }: Answered, under: ComparedSide): readonly DraftClaim[] {
  const first = claims.findIndex((claim) => speaksOfSide(question, under.side, under.rival, [claim]));
  return claims.map((claim, at): DraftClaim => (at !== first || claim.kind === 'computed' ? claim : { ...claim, under }));
}
