import { z } from 'zod';
import { FaultlineError } from '../../kernel/index.ts';
import type { LearnedWeights } from './learned-weights.ts';
import { readModelFile, writeModelFile } from './model-file.ts';

/** Weights of labels that have names. */
export interface NamedModel {
  readonly names: readonly string[];
  readonly weights: LearnedWeights;
}

const HEADER = z.object({ kind: z.string(), names: z.array(z.string()) });

/** `kind` says what the weights are of, so that no file is taken for another. */
export function writeNamedModel(kind: string, { names, weights }: NamedModel): Uint8Array {
  return writeModelFile({ header: { kind, names }, weights });
}

/** @throws FaultlineError `storage-failed` when the bytes are no model of this kind. */
export function readNamedModel(kind: string, bytes: Uint8Array): NamedModel {
  const { header, weights } = readModelFile(bytes);
  const parsed = HEADER.safeParse(header);
  if (!parsed.success || parsed.data.kind !== kind)
    throw new FaultlineError('storage-failed', `A file of learnt weights is not of the kind ${kind}; install Faultline again.`);
  return { names: parsed.data.names, weights };
}
