import { z } from 'zod';
import type { LoadPackage } from './load-package.ts';
import { openSession, type Session } from './open-session.ts';
import { openTokeniser, type Tokenise } from './open-tokeniser.ts';
import type { OwnModel } from './own-model.ts';

const TOKENIZER = z.looseObject({ model: z.looseObject({ vocab: z.array(z.tuple([z.string(), z.number()])) }) });

/** A model that comes with Faultline, with the pieces that its tokens stand for. */
export interface PieceModel {
  readonly session: Session;
  /** Numbers of a text's tokens, and the pieces of these. */
  readonly tokenise: Tokenise;
  piecesOf(tokens: readonly number[]): readonly string[];
}

/** Opens `model.onnx` and `tokenizer.json`. @throws FaultlineError `invalid-configuration` without a runtime, and what `own.damaged` makes. */
export async function openPieceModel(own: OwnModel, load: LoadPackage): Promise<PieceModel> {
  const tokenizer = own.json('tokenizer.json', TOKENIZER);
  const pieces = tokenizer.model.vocab.map(([piece]) => piece);
  return {
    tokenise: await openTokeniser(tokenizer, {}, load, own.damaged),
    piecesOf: (tokens) => tokens.map((token) => pieces[token] ?? ''),
    session: await openSession(own.file('model.onnx'), load, own.damaged),
  };
}
