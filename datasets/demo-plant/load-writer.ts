import { codeOf, FaultlineError } from '../../kernel/index.ts';

/**
 * Loads a library that writes documents of a plant when it is first needed: an installed program carries none, since it only reads.
 * @throws FaultlineError `conflict` where the library is not there.
 */
export async function loadWriter<Library>(load: () => Promise<Library>): Promise<Library> {
  try {
    return await load();
  } catch (error) {
    if (!['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'].includes(codeOf(error))) throw error;
    throw new FaultlineError(
      'conflict',
      'This program is installed without the libraries that write the documents of a plant; generate them in a checkout of the sources.',
      { cause: error },
    );
  }
}
