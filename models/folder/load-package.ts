import { FaultlineError } from '../../kernel/index.ts';

/** Imports a package by its name. @throws an error with the code `ERR_MODULE_NOT_FOUND` where it is not installed. */
export type LoadPackage = (name: string) => Promise<unknown>;

/** From where packages of the program are found: its own folder or one above it. */
export const importPackage: LoadPackage = (name) => import(name);

/** Versions that this was tried with. */
const COMMAND = 'npm install --ignore-scripts onnxruntime-node@1.30.0 @huggingface/tokenizers@0.2.0';

/**
 * The first of some packages that is installed. They are not among what Faultline needs, so they are looked for when a model asks.
 * @throws FaultlineError `invalid-configuration` when none is installed, or one cannot run on this machine.
 */
export async function loadOptional(
  names: readonly string[],
  load: LoadPackage,
): Promise<{ readonly name: string; readonly loaded: unknown }> {
  for (const name of names) {
    try {
      return { name, loaded: await load(name) };
    } catch (cause) {
      if (isAbsent(cause)) continue;
      throw new FaultlineError('invalid-configuration', `The package ${name}, which the embedding model needs, does not run here.`, {
        cause,
      });
    }
  }
  throw new FaultlineError(
    'invalid-configuration',
    `The embedding model needs ${names.join(' or ')}, which does not come with Faultline; in the folder of the program, or one above it: ${COMMAND}`,
  );
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}
