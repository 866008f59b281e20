import { fitNormaliser, NORMALISER_FILE, writeNormaliser } from '../../models/index.ts';
import { readWordPairs } from './read-word-pairs.ts';

/** A data file of what was learnt, by the name it has among the data of models. */
export interface LearntFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Learns each model of log texts from all of its training set. Equal sets give equal bytes. */
export async function fitExtraction(dataFolder: string, signal: AbortSignal): Promise<LearntFile[]> {
  const pairs = await readWordPairs(dataFolder);
  signal.throwIfAborted();
  return [{ name: NORMALISER_FILE, bytes: writeNormaliser(fitNormaliser(pairs.map(({ words }) => words))) }];
}
