import type { Access } from '../../kernel/index.ts';
import type { Evidence, FoundPassage } from '../dependencies.ts';
import { logistic } from '../logistic.ts';
import type { Question } from '../question/question.ts';
import { textVectors } from '../text-vectors.ts';
import { WEIGHTS } from '../weights.ts';
import { askedForm } from './asked-form.ts';
import { askedTerms } from './asked-term.ts';
import { BLOCK_FEATURES, type BlockFeatures, blockFeatures } from './block-features.ts';
import { type EvidenceBlock, gatherBlocks } from './evidence-block.ts';
import { readBlock, textsOf } from './read-block.ts';

/** A block with how likely it answers the question. */
export interface JudgedBlock {
  readonly block: EvidenceBlock;
  readonly features: BlockFeatures;
  /** From 0 to 1. */
  readonly chance: number;
  /** A language model that was taught to read has read it (`mayBeRead`). */
  readonly isRead?: true;
}

/** Hits whose blocks are judged: what is ranked lower hardly ever answers. */
const LOOKED_AT = 25;

/** Blocks of the first hits, the likeliest first, ties by rank. */
export async function judgeBlocks(
  evidence: Evidence,
  access: Access,
  question: Question,
  hits: readonly FoundPassage[],
  signal: AbortSignal,
): Promise<readonly JudgedBlock[]> {
  const [terms, gathered] = await Promise.all([
    askedTerms(evidence, access, question),
    gatherBlocks(evidence, access, hits.slice(0, LOOKED_AT)),
  ]);
  signal.throwIfAborted();
  const blocks = gathered.map((block) => readBlock(block, question.grammar));
  const vectors = await textVectors(evidence.embedder, textsOf(question, terms, blocks), signal);
  const features = blockFeatures(question, askedForm(question), terms, blocks, vectors);
  const weights = WEIGHTS.quotes.features[blocks.some(({ block }) => block.nearness !== undefined) ? 'contextual' : 'static'];
  return blocks
    .flatMap(({ block }, at): JudgedBlock[] => {
      const own = features[at];
      return own === undefined ? [] : [{ block, features: own, chance: logistic(BLOCK_FEATURES, weights, own) }];
    })
    .sort((a, b) => b.chance - a.chance || a.block.rank - b.block.rank);
}
