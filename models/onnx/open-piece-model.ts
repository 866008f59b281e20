import type { LoadPackage } from './load-package.ts';
import { openSession, type Session } from './open-session.ts';
import type { OwnModel } from './own-model.ts';
import { type OwnTokeniser, openOwnTokeniser } from './own-tokeniser.ts';

/** A model that comes with Faultline, with the pieces that its tokens stand for. */
export interface PieceModel extends OwnTokeniser {
  readonly session: Session;
}

/** Opens `model.onnx` and `tokenizer.json`. @throws FaultlineError `invalid-configuration` without a runtime, and what `own.damaged` makes. */
export async function openPieceModel(own: OwnModel, load: LoadPackage): Promise<PieceModel> {
  return { ...(await openOwnTokeniser(own, load)), session: await openSession(own.file('model.onnx'), load, own.damaged) };
}
