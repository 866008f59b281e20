import { analyseQuestion, type QuestionContext } from './analyse-question.ts';
import type { FollowUp, Kept } from './kept.ts';
import type { Question } from './question.ts';
import { resolveFollowUp } from './resolve-follow-up.ts';
import { readTurn, type Turn } from './turn.ts';

/** Places where a question names products, models and versions that documents are about, among what the asker may read. */
export type FindScopeNames = (question: Question) => Promise<readonly { readonly start: number; readonly end: number }[]>;

/** A question as it is answered; `kept` is what of it the conversation gave. */
export interface ResolvedQuestion extends Pick<FollowUp, 'couldBe'> {
  readonly question: Question;
  readonly kept: readonly Kept[];
}

/**
 * Analyses a question after the earlier ones of its conversation (as asked, oldest first). All of them are read anew with what the
 * asker may read now, so nothing that an earlier turn could see decides what a later one means.
 */
export async function analyseConversation(
  text: string,
  history: readonly string[],
  context: QuestionContext,
  findScopeNames: FindScopeNames,
): Promise<ResolvedQuestion> {
  const { documents: _, ...unlimited } = context;
  const turns: Turn[] = [];
  for (const earlier of history) {
    const { question, kept, couldBe } = await resolve(earlier, turns, unlimited, findScopeNames);
    const carried = kept.filter(({ kind }) => kind === 'subject').map(({ text: words }) => words);
    const turn: Turn = { ...readTurn(question, await findScopeNames(question)), carried };
    turns.push(couldBe === undefined ? turn : { ...turn, isLost: true });
  }
  return resolve(text, turns, context, findScopeNames);
}

async function resolve(
  text: string,
  history: readonly Turn[],
  context: QuestionContext,
  findScopeNames: FindScopeNames,
): Promise<ResolvedQuestion> {
  const question = await analyseQuestion(text, context);
  const known = history.length === 0 ? [] : await findScopeNames(question);
  const { text: whole, kept, couldBe } = resolveFollowUp(history, readTurn(question, known));
  const lost = couldBe === undefined ? {} : { couldBe };
  return kept.length === 0 ? { question, kept, ...lost } : { question: await analyseQuestion(whole, context), kept, ...lost };
}
