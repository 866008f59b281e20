import { analyseQuestion, type QuestionContext } from './analyse-question.ts';
import type { Question } from './question.ts';
import { type Kept, resolveFollowUp } from './resolve-follow-up.ts';

/** A question as it is answered; `kept` is what of it the conversation gave. */
export interface ResolvedQuestion {
  readonly question: Question;
  readonly kept: readonly Kept[];
}

/**
 * Analyses a question after the earlier ones of its conversation (as asked, oldest first). All of them are read anew with what the
 * asker may read now, so nothing that an earlier turn could see decides what a later one means.
 */
export async function analyseConversation(text: string, history: readonly string[], context: QuestionContext): Promise<ResolvedQuestion> {
  const { documents: _, ...unlimited } = context;
  const resolved: Question[] = [];
  for (const earlier of history) resolved.push((await resolve(earlier, resolved, unlimited)).question);
  return resolve(text, resolved, context);
}

async function resolve(text: string, history: readonly Question[], context: QuestionContext): Promise<ResolvedQuestion> {
  const question = await analyseQuestion(text, context);
  const followUp = resolveFollowUp(history, question);
  return followUp.kept.length === 0
    ? { question, kept: [] }
    : { question: await analyseQuestion(followUp.text, context), kept: followUp.kept };
}
