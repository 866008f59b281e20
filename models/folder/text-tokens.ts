import { z } from 'zod';
import { type LoadPackage, loadOptional } from '../onnx/load-package.ts';
import { type ModelFolder, readJson, unfit } from './model-folder.ts';

/** Numbers of a text's tokens with those that the model wants around them. */
export type TextTokens = (text: string) => readonly number[];

/** Tokens of a text that are read, those around it counted: where texts are longer, their begin stands for them. */
const MOST_TOKENS = 256;
/** Characters a token at most, of those that are cut off unread: splitting a text costs time with its length. */
const CHARACTERS_A_TOKEN = 16;

const ANY = z.record(z.string(), z.unknown());
const ENCODING = z.object({ ids: z.array(z.int().nonnegative()) });
interface Encoder {
  encode(text: string): unknown;
}
type MakeEncoder = new (tokenizer: unknown, config: unknown) => Encoder;
const PACKAGE = z.object({ Tokenizer: z.custom<MakeEncoder>((value) => typeof value === 'function') });

/** @throws FaultlineError `invalid-configuration` when the package or what it needs of the folder is missing. */
export async function openTextTokens({ path }: ModelFolder, load: LoadPackage): Promise<TextTokens> {
  const { Tokenizer } = PACKAGE.parse((await loadOptional(['@huggingface/tokenizers'], load)).loaded);
  const encoder = makeEncoder(Tokenizer, path);
  return (text) => {
    const begin = text.slice(0, MOST_TOKENS * CHARACTERS_A_TOKEN);
    // Halves of characters, of the text or of the cut, become signs that stand for what cannot be read.
    const { ids } = ENCODING.parse(encoder.encode(Buffer.from(begin, 'utf8').toString('utf8')));
    // What closes a text is the last token, of BERT as of RoBERTa.
    return ids.length <= MOST_TOKENS ? ids : [...ids.slice(0, MOST_TOKENS - 1), ...ids.slice(-1)];
  };
}

function makeEncoder(Tokenizer: MakeEncoder, path: string): Encoder {
  const files = [readJson(path, 'tokenizer.json', ANY), readJson(path, 'tokenizer_config.json', ANY)] as const;
  try {
    return new Tokenizer(...files);
  } catch (cause) {
    throw unfit(path, 'has a tokenizer.json that @huggingface/tokenizers cannot use', cause);
  }
}
