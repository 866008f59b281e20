import { type CrossEncoder, titlePath } from '../../kernel/index.ts';
import { quotePassage } from '../compose/composition.ts';
import { logistic } from '../logistic.ts';
import type { Question } from '../question/question.ts';
import { WEIGHTS } from '../weights.ts';
import type { EvidenceBlock } from './evidence-block.ts';
import type { JudgedBlock } from './judge-blocks.ts';
import { logOdds } from './read-blocks.ts';

/** Blocks that the cross-encoder reads, the likeliest by their features first. */
export const RERANKED = 12;
/** Characters of a block that it reads, with what is quoted behind it. */
const LONGEST = 1_400;

/**
 * The blocks with what a cross-encoder makes of question and block together in their chance, the likeliest first: one opinion beside the
 * features. What is not worth reading is not read (`readableBy`), and a block that was not read does not answer.
 */
export async function rerankBlocks(
  encoder: CrossEncoder,
  question: Question,
  judged: readonly JudgedBlock[],
  isReadable: (block: JudgedBlock) => boolean,
  signal: AbortSignal,
): Promise<readonly JudgedBlock[]> {
  const able = judged.filter(isReadable).slice(0, RERANKED);
  const odds = await encoder.answers(
    question.text,
    able.map(({ block }) => readingText(block)),
    signal,
  );
  const most = Math.max(...odds);
  const read = new Map(able.map((one, at) => [one, odds[at] ?? most]));
  return judged
    .map((one) => {
      const own = read.get(one);
      return own === undefined ? { ...one, chance: 0 } : { ...one, chance: chanceReread(one.chance, own, own - most) };
    })
    .sort((a, b) => b.chance - a.chance || a.block.rank - b.block.rank);
}

function chanceReread(chance: number, odds: number, gap: number): number {
  return logistic(['chance', 'odds', 'gap'], WEIGHTS.quotes.reranking, { chance: logOdds(chance), odds, gap });
}

/** Document and titles, then what the block says, as the cross-encoder was taught. */
export function readingText({ hit, passages, behind }: EvidenceBlock): string {
  const words = [...passages, ...behind].map((stored) => quotePassage(stored).text).join('\n');
  return `${titlePath(hit)}\n${words.slice(0, LONGEST)}`;
}
