import { z } from 'zod';
import type { LoadPackage } from '../onnx/load-package.ts';
import { openTokeniser, type Tokenise } from '../onnx/open-tokeniser.ts';
import { type ModelFolder, readJson, unfit } from './model-folder.ts';

/** Tokens of a text that are read, those around it counted: where texts are longer, their begin stands for them. */
const MOST_TOKENS = 256;
/** Characters a token at most, of those that are cut off unread: splitting a text costs time with its length. */
const CHARACTERS_A_TOKEN = 16;

const ANY = z.record(z.string(), z.unknown());

/** @throws FaultlineError `invalid-configuration` when the package or what it needs of the folder is missing. */
export async function openTextTokens({ path }: ModelFolder, load: LoadPackage): Promise<Tokenise> {
  const [tokenizer, config] = [readJson(path, 'tokenizer.json', ANY), readJson(path, 'tokenizer_config.json', ANY)];
  const tokenise = await openTokeniser(tokenizer, config, load, (cause) =>
    unfit(path, 'has a tokenizer.json that @huggingface/tokenizers cannot use', cause),
  );
  return (text) => {
    const ids = tokenise(text.slice(0, MOST_TOKENS * CHARACTERS_A_TOKEN));
    // What closes a text is the last token, of BERT as of RoBERTa.
    return ids.length <= MOST_TOKENS ? ids : [...ids.slice(0, MOST_TOKENS - 1), ...ids.slice(-1)];
  };
}
