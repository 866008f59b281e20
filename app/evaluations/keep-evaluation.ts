import { mkdir, rename, writeFile } from 'node:fs/promises';
import { sha256 } from '../../kernel/index.ts';
import { makeHome } from '../stores/make-home.ts';
import { evaluationFolder, evaluationPath, parseEvaluation } from './read-evaluation.ts';

const DIGEST_LENGTH = 8;

/**
 * Keeps a report in the data folder, where the page shows it, under its time and the beginning of its digest, which it gives: the
 * same report twice is one. @throws FaultlineError `parse-failed`.
 */
export async function keepEvaluation(home: string, text: string): Promise<string> {
  const { at } = parseEvaluation(text, 'This file');
  const name = `${at.replace(/\.\d+Z$/, 'Z').replaceAll(':', '-')}-${sha256(text).slice(0, DIGEST_LENGTH)}`;
  await makeHome(home);
  await mkdir(evaluationFolder(home), { recursive: true, mode: 0o700 });
  const path = evaluationPath(home, name);
  // Whoever lists meanwhile sees a whole report or none.
  await writeFile(`${path}.part`, text, { mode: 0o600 });
  await rename(`${path}.part`, path);
  return name;
}
