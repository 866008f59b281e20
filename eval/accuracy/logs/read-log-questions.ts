import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { FaultlineError, sha256 } from '../../../kernel/index.ts';
import { type LogQuestion, parseLogQuestions } from './log-question.ts';

/** The sealed part is packed with its exports, so that nobody reads it by chance, and named by its hash. */
export const LOG_PARTS = ['development', 'sealed'] as const;
export type LogPart = (typeof LOG_PARTS)[number];

export interface LogQuestions {
  readonly questions: readonly LogQuestion[];
  /** Holds `exports` and `truth` of the part. */
  readonly folder: string;
  /** Name of the part's folder in both. */
  readonly name: 'dev' | 'sealed';
}

/**
 * The questions of one part; what is sealed is unpacked into `workspace`.
 * @throws FaultlineError `conflict` when the sealed part is not the one that was sealed.
 */
export async function readLogQuestions(folder: string, part: LogPart, workspace: string): Promise<LogQuestions> {
  if (part === 'development') {
    return { questions: parseLogQuestions(await readFile(join(folder, 'development.jsonl'), 'utf8')), folder, name: 'dev' };
  }
  const packed = join(folder, 'sealed.tar.gz');
  const seal = (await readFile(join(folder, 'sealed.sha256'), 'utf8')).trim();
  if (sha256(await readFile(packed)) !== seal) throw new FaultlineError('conflict', 'The sealed questions are not those that were sealed.');
  await promisify(execFile)('tar', ['-xzf', packed, '-C', workspace]);
  const text = gunzipSync(await readFile(join(workspace, 'sealed.jsonl.gz'))).toString('utf8');
  return { questions: parseLogQuestions(text), folder: workspace, name: 'sealed' };
}
