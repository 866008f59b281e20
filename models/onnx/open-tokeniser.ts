import { z } from 'zod';
import { type LoadPackage, loadOptional } from './load-package.ts';

/** Numbers of a text's tokens, with those around them that its tokenizer.json asks for. */
export type Tokenise = (text: string) => readonly number[];

const ENCODING = z.object({ ids: z.array(z.int().nonnegative()) });
interface Encoder {
  encode(text: string): unknown;
}
type MakeEncoder = new (tokenizer: unknown, config: unknown) => Encoder;
const PACKAGE = z.object({ Tokenizer: z.custom<MakeEncoder>((value) => typeof value === 'function') });

/**
 * A tokenizer of the layout of Hugging Face.
 * @param unfit makes the error for what the package cannot use.
 * @throws FaultlineError `invalid-configuration` when the package is not there, and what `unfit` makes.
 */
export async function openTokeniser(
  tokenizer: unknown,
  config: unknown,
  load: LoadPackage,
  unfit: (cause: unknown) => Error,
): Promise<Tokenise> {
  const { Tokenizer } = PACKAGE.parse((await loadOptional(['@huggingface/tokenizers'], load)).loaded);
  const encoder = makeEncoder(() => new Tokenizer(tokenizer, config), unfit);
  // Halves of characters become signs that stand for what cannot be read.
  return (text) => ENCODING.parse(encoder.encode(Buffer.from(text, 'utf8').toString('utf8'))).ids;
}

function makeEncoder(make: () => Encoder, unfit: (cause: unknown) => Error): Encoder {
  try {
    return make();
  } catch (cause) {
    throw unfit(cause);
  }
}
