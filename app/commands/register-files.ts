import { resolve } from 'node:path';
import { matchRegister, type RegisteredFiles, readRegister } from '../../ingest/index.ts';
import { FaultlineError } from '../../kernel/index.ts';
import { findFiles } from './find-files.ts';

/**
 * Holds a register against the files that arguments name. The register itself is none of them, also where it lies among them.
 * @throws FaultlineError `not-found`, `invalid-request` for a register that cannot be read.
 */
export async function registerFiles(paths: readonly string[], register: string): Promise<RegisteredFiles> {
  const {
    files: [own],
    leftOut: [fault],
  } = await findFiles([register]);
  if (fault !== undefined) throw new FaultlineError('invalid-request', `The register cannot be read: ${fault.reason}`);
  const { files } = await findFiles(paths);
  const others = files.filter(({ path }) => path !== own?.path);
  const matched = matchRegister(
    await readRegister(resolve(register)),
    others.map(({ uri }) => uri),
  );
  const itself = files.find(({ path }) => path === own?.path);
  return itself === undefined
    ? matched
    : { ...matched, heldBack: new Map([...matched.heldBack, [itself.uri, { line: 0, message: 'is the register' }]]) };
}
