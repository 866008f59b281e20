import { openLogTagger } from '../../models/index.ts';
import { crossValidateNormaliser } from './cross-validate-normaliser.ts';
import { crossValidateFailureModes, crossValidateRoles, crossValidateThings } from './cross-validate-understanding.ts';
import type { FoldScore } from './fold-score.ts';
import { readClassedPhrases } from './read-classed-phrases.ts';
import { readRelatedTexts } from './read-related-texts.ts';
import { readVotedTexts } from './read-voted-texts.ts';
import { readWordPairs } from './read-word-pairs.ts';
import { scoreSentences } from './score-sentences.ts';

export interface ExtractionSuite {
  readonly dataFolder: string;
  /** Folder of the Chinese log sentences. */
  readonly sentences: string;
  /** How many parts the texts are cut into; each is measured by what the others taught. */
  readonly folds: number;
  readonly onProgress: (text: string) => void;
}

/** Measures what is learnt from the training sets of log texts, each on texts that it has not learnt from. */
export async function runExtractionSuite(
  { dataFolder, sentences, folds, onProgress }: ExtractionSuite,
  signal: AbortSignal,
): Promise<readonly FoldScore[]> {
  const told = (scores: readonly FoldScore[]) => {
    for (const { task, figures } of scores) onProgress(`${task}: ${figures.map((figure) => figure.toFixed(3)).join(' ')}`);
    return scores;
  };
  return [
    ...told([await scoreSentences(openLogTagger(), sentences, signal)]),
    ...told(crossValidateThings(await readRelatedTexts(dataFolder), folds, signal)),
    ...told([crossValidateFailureModes(await readClassedPhrases(dataFolder), folds, signal)]),
    ...told([crossValidateRoles(await readVotedTexts(dataFolder), folds, signal)]),
    ...told(crossValidateNormaliser(await readWordPairs(dataFolder), folds, onProgress, signal)),
  ];
}
