import { z } from 'zod';
import { sha256 } from '../../kernel/index.ts';
import type { LoadPackage } from './load-package.ts';
import { openTokeniser, type Tokenise } from './open-tokeniser.ts';
import type { OwnModel } from './own-model.ts';

const TOKENIZER = z.looseObject({ model: z.looseObject({ vocab: z.array(z.tuple([z.string(), z.number()])) }) });

/** How a model that comes with Faultline splits texts. */
export interface OwnTokeniser {
  /** Numbers of a text's tokens. */
  readonly tokenise: Tokenise;
  /** What tokens stand for. */
  piecesOf(tokens: readonly number[]): readonly string[];
}

/** By the loader of its package and the hash of its file: models that split alike share one, of some 30 MB. */
const opened = new WeakMap<LoadPackage, Map<string, Promise<OwnTokeniser>>>();

/** Opens `tokenizer.json` of a model. @throws FaultlineError `invalid-configuration` without its package, and what `own.damaged` makes. */
export function openOwnTokeniser(own: OwnModel, load: LoadPackage): Promise<OwnTokeniser> {
  const known = opened.get(load) ?? new Map<string, Promise<OwnTokeniser>>();
  opened.set(load, known);
  const json = own.json('tokenizer.json', z.unknown());
  const hash = sha256(JSON.stringify(json));
  const held = known.get(hash) ?? open(own, json, load);
  known.set(hash, held);
  // What could not be opened is tried again by whoever asks next.
  held.catch(() => known.delete(hash));
  return held;
}

async function open(own: OwnModel, json: unknown, load: LoadPackage): Promise<OwnTokeniser> {
  const read = TOKENIZER.safeParse(json);
  if (!read.success) throw own.damaged(read.error);
  const pieces = read.data.model.vocab.map(([piece]) => piece);
  const tokenise = await openTokeniser(json, {}, load, own.damaged);
  return { tokenise, piecesOf: (tokens) => tokens.map((token) => pieces[token] ?? '') };
}
