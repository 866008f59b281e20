import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { assertNever, FaultlineError, sha256 } from '../../../kernel/index.ts';
import { type LogQuestion, parseLogQuestions } from './log-question.ts';

/** What is held back is packed with its exports, so that nobody reads it by chance; the sealed part is named by its hash too. */
export const LOG_PARTS = ['development', 'everyday', 'everyday-held', 'sealed'] as const;
export type LogPart = (typeof LOG_PARTS)[number];

export interface LogQuestions {
  readonly questions: readonly LogQuestion[];
  /** Holds the exports of the part. */
  readonly folder: string;
  /** Folder of what is true of these, where it is known. */
  readonly truths?: string;
}

/**
 * The questions of one part; what is packed is unpacked into `workspace`.
 * @throws FaultlineError `conflict` when the sealed part is not the one that was sealed.
 */
export async function readLogQuestions(folder: string, part: LogPart, workspace: string): Promise<LogQuestions> {
  switch (part) {
    case 'development': {
      const questions = parseLogQuestions(await readFile(join(folder, 'development.jsonl'), 'utf8'));
      return { questions, folder, truths: join(folder, 'truth', 'dev') };
    }
    case 'everyday':
      return readLogFolder(join(folder, 'everyday'));
    case 'everyday-held': {
      await unpack(join(folder, 'everyday-held.tar.gz'), workspace);
      return readLogFolder(workspace);
    }
    case 'sealed':
      return readSealed(folder, workspace);
    default:
      return assertNever(part);
  }
}

/** Questions of a folder that holds `questions.jsonl` beside its `exports`. */
export async function readLogFolder(folder: string): Promise<LogQuestions> {
  return { questions: parseLogQuestions(await readFile(join(folder, 'questions.jsonl'), 'utf8')), folder };
}

async function readSealed(folder: string, workspace: string): Promise<LogQuestions> {
  const packed = join(folder, 'sealed.tar.gz');
  const seal = (await readFile(join(folder, 'sealed.sha256'), 'utf8')).trim();
  if (sha256(await readFile(packed)) !== seal) throw new FaultlineError('conflict', 'The sealed questions are not those that were sealed.');
  await unpack(packed, workspace);
  const text = gunzipSync(await readFile(join(workspace, 'sealed.jsonl.gz'))).toString('utf8');
  return { questions: parseLogQuestions(text), folder: workspace, truths: join(workspace, 'truth', 'sealed') };
}

async function unpack(packed: string, workspace: string): Promise<void> {
  await promisify(execFile)('tar', ['-xzf', packed, '-C', workspace]);
}
