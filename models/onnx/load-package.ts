import { FaultlineError } from '../../kernel/index.ts';

/** Imports a package by its name. @throws an error with the code `ERR_MODULE_NOT_FOUND` where it is not installed. */
export type LoadPackage = (name: string) => Promise<unknown>;

/** From where packages of the program are found: its own folder or one above it. */
export const importPackage: LoadPackage = (name) => import(name);

/**
 * The first of some packages that is there and runs: the native one is not made for every machine. They are looked for when a model
 * asks, since what is never read by a model needs none.
 * @throws FaultlineError `invalid-configuration` when none is there, or one cannot run on this machine.
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
      throw new FaultlineError('invalid-configuration', `The package ${name}, which a model needs, does not run here.`, { cause });
    }
  }
  throw new FaultlineError(
    'invalid-configuration',
    `A model needs ${names.join(' or ')}, and none is installed; in the folder of the program: npm install --ignore-scripts ${names.at(-1)}`,
  );
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}
