import { crossValidateNormaliser } from './cross-validate-normaliser.ts';
import type { FoldScore } from './fold-score.ts';
import { readWordPairs } from './read-word-pairs.ts';

export interface ExtractionSuite {
  readonly dataFolder: string;
  /** How many parts the texts are cut into; each is measured by what the others taught. */
  readonly folds: number;
  readonly onProgress: (text: string) => void;
}

/** Measures what is learnt from the training sets of log texts, each on texts that it has not learnt from. */
export async function runExtractionSuite(
  { dataFolder, folds, onProgress }: ExtractionSuite,
  signal: AbortSignal,
): Promise<readonly FoldScore[]> {
  return crossValidateNormaliser(await readWordPairs(dataFolder), folds, onProgress, signal);
}
