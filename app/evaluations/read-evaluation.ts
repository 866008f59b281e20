import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf, FaultlineError, parseJson } from '../../kernel/index.ts';
import { type Evaluation, evaluationShape } from './evaluation.ts';

/** Folder of the data folder in which reports are kept. */
const FOLDER = 'evaluations';
const NAME = /^[0-9A-Za-z][0-9A-Za-z._-]{0,99}$/;
/** Larger ones are none that this program writes, and reading one would take the memory of others. */
const MOST_BYTES = 200_000_000;

export function evaluationFolder(home: string): string {
  return join(home, FOLDER);
}

/** File of a report; a name that could lead elsewhere names none. @throws FaultlineError `not-found`. */
export function evaluationPath(home: string, name: string): string {
  if (!NAME.test(name)) throw new FaultlineError('not-found', 'There is no such evaluation.');
  return join(evaluationFolder(home), `${name}.json`);
}

/** @throws FaultlineError `not-found`, `parse-failed` for what is no report of a run, `limit-exceeded`. */
export async function readEvaluation(home: string, name: string): Promise<Evaluation> {
  const path = evaluationPath(home, name);
  try {
    if ((await stat(path)).size > MOST_BYTES) throw new FaultlineError('limit-exceeded', `The report ${name} is too large to be shown.`);
    return parseEvaluation(await readFile(path, 'utf8'), name);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new FaultlineError('not-found', 'There is no such evaluation.', { cause: error });
    throw error;
  }
}

/** @throws FaultlineError `parse-failed`, which says what is not as it should be. */
export function parseEvaluation(text: string, name: string): Evaluation {
  const read = evaluationShape.safeParse(parseJson(text));
  if (read.success) return read.data;
  const [first] = read.error.issues;
  const where = first === undefined ? '' : `${first.path.join('.') || 'the whole'}: ${first.message}`;
  throw new FaultlineError('parse-failed', `${name} is no report of a run (${where}); keep it anew with \`faultline eval keep\`.`, {
    cause: new z.ZodError(read.error.issues),
  });
}
