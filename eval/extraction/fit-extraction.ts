import {
  fitNormaliser,
  fitPhrases,
  fitRelations,
  fitTagger,
  NORMALISER_FILE,
  UNDERSTANDING_FILES,
  writeNamedModel,
  writeNormaliser,
} from '../../models/index.ts';
import { phraseMarks, wordMarks } from '../../ontology/index.ts';
import { readClassedPhrases } from './read-classed-phrases.ts';
import { readRelatedTexts } from './read-related-texts.ts';
import { readVotedTexts } from './read-voted-texts.ts';
import { readWordPairs } from './read-word-pairs.ts';

/** A data file of what was learnt, by the name it has among the data of models. */
export interface LearntFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Learns each model of log texts from all of its training set. Equal sets give equal bytes. */
export async function fitExtraction(dataFolder: string, signal: AbortSignal): Promise<LearntFile[]> {
  const { things, relations, roles, failureModes } = UNDERSTANDING_FILES;
  const pairs = await readWordPairs(dataFolder);
  const related = await readRelatedTexts(dataFolder);
  const voted = await readVotedTexts(dataFolder);
  const phrases = await readClassedPhrases(dataFolder);
  const fits: readonly { readonly name: string; readonly learn: () => Uint8Array }[] = [
    { name: NORMALISER_FILE, learn: () => writeNormaliser(fitNormaliser(pairs.map(({ words }) => words))) },
    { name: things, learn: () => named(things, fitTagger(related, wordMarks)) },
    { name: relations, learn: () => named(relations, fitRelations(related)) },
    { name: roles, learn: () => named(roles, fitTagger(voted, wordMarks)) },
    {
      name: failureModes,
      learn: () => {
        const { labels, weights } = fitPhrases(phrases, phraseMarks);
        return writeNamedModel(failureModes, { names: labels, weights });
      },
    },
  ];
  return fits.map(({ name, learn }) => {
    signal.throwIfAborted();
    return { name, bytes: learn() };
  });
}

function named(kind: string, { types, weights }: ReturnType<typeof fitTagger>): Uint8Array {
  return writeNamedModel(kind, { names: types, weights });
}
