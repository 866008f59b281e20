import type { AnswerNotes } from '../answer-notes.ts';
import type { Evidence } from '../dependencies.ts';
import { logistic } from '../logistic.ts';
import type { Question } from '../question/question.ts';
import { TAUGHT_TO_READ } from '../reading-task.ts';
import { WEIGHTS } from '../weights.ts';
import type { JudgedBlock } from './judge-blocks.ts';
import { mayAnswer, mayBeRead } from './may-answer.ts';
import { READING_REPLIES, readingPrompt } from './reading-prompt.ts';

/** Blocks that a model reads, the likeliest first: each costs a request. */
export const READ = 5;
/** Odds beyond which surer is no more telling, as natural logarithm: models differ most in how sure they are. */
const SUREST = 4;

type ReadingWeights = Readonly<Record<'bias' | 'chance' | 'read' | 'unasked', number>>;

/**
 * The blocks with the opinion of a language model on the likeliest of them in their chance, the likeliest first: one opinion beside
 * the features, weighed as was learnt, so a block that looks unlikely is not made an answer by it alone, and what is not worth reading
 * (`readableBy`) is not read. A block that was not read does not answer where others were. Without a model, or where it is away (`no-model` among
 * the faults), the blocks stay as they were judged.
 */
export async function readBlocks(
  { adviser }: Pick<Evidence, 'adviser'>,
  question: Question,
  judged: readonly JudgedBlock[],
  notes: AnswerNotes,
  signal: AbortSignal,
): Promise<readonly JudgedBlock[]> {
  const isTaught = adviser?.model === TAUGHT_TO_READ;
  const able = judged.filter(readableBy(adviser)).slice(0, READ);
  if (adviser === undefined || able.length === 0) return judged;
  const opinions = await adviser.choose(
    able.map(({ block }) => readingPrompt(question, block)),
    READING_REPLIES,
    signal,
  );
  if (opinions === undefined) {
    notes.faults.add('no-model');
    return judged;
  }
  notes.models.add(adviser.model);
  const weights = isTaught ? WEIGHTS.quotes.reading.taught : WEIGHTS.quotes.reading.any;
  const read = new Map(able.map((one, at) => [one, opinions[at]?.[0]]));
  return judged
    .map((one): JudgedBlock => {
      if (!read.has(one)) return { ...one, chance: 0 };
      const chance = chanceRead(weights, one, read.get(one));
      return isTaught ? { ...one, chance, isRead: true } : { ...one, chance };
    })
    .sort((a, b) => b.chance - a.chance || a.block.rank - b.block.rank);
}

/** Which blocks are worth reading: more of them where a model was taught to. */
export function readableBy(adviser: Evidence['adviser']): (block: JudgedBlock) => boolean {
  const isReadable = adviser?.model === TAUGHT_TO_READ ? mayBeRead : mayAnswer;
  return ({ features }) => isReadable(features);
}

/** Logistic in the log odds of both, and in whether the form of the question alone would bar the block; no opinion is one of even odds. */
function chanceRead(weights: ReadingWeights, { chance, features }: JudgedBlock, opinion = 0.5): number {
  const unasked = mayAnswer(features) ? 0 : 1;
  return logistic(['chance', 'read', 'unasked'], weights, { chance: logOdds(chance), read: logOdds(opinion), unasked });
}

export function logOdds(chance: number): number {
  return Math.max(-SUREST, Math.min(SUREST, Math.log(chance / (1 - chance))));
}
