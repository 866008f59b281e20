import { z } from 'zod';
import { FaultlineError } from '../../kernel/index.ts';
import { readModelFile, writeModelFile } from '../learning/model-file.ts';
import type { LearnedNormaliser } from './fit-normaliser.ts';
import { WordLexicon } from './word-lexicon.ts';

const KIND = 'normaliser-1';
const ENTRIES = z.array(z.tuple([z.string(), z.array(z.tuple([z.string(), z.int().positive()]))]));
const HEADER = z.object({ kind: z.literal(KIND), lexicon: z.object({ words: ENTRIES, templates: ENTRIES, pairs: ENTRIES }) });

export function writeNormaliser({ lexicon, weights }: LearnedNormaliser): Uint8Array {
  return writeModelFile({ header: { kind: KIND, lexicon: lexicon.entries() }, weights });
}

/** @throws FaultlineError `storage-failed` when the bytes are no normaliser of this version. */
export function readNormaliser(bytes: Uint8Array): LearnedNormaliser {
  const { header, weights } = readModelFile(bytes);
  const parsed = HEADER.safeParse(header);
  if (!parsed.success)
    throw new FaultlineError('storage-failed', 'The file of the normaliser is of another version of Faultline.', { cause: parsed.error });
  return { lexicon: WordLexicon.from(parsed.data.lexicon), weights };
}
