import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { FaultlineError, sha256 } from '../../../kernel/index.ts';
import { type FieldQuestion, parseFieldQuestions } from './field-question.ts';

/** The sealed part is packed, so that nobody reads it by chance, and named by its hash. */
export const FIELD_PARTS = ['development', 'sealed'] as const;
export type FieldPart = (typeof FIELD_PARTS)[number];

/** The questions of one part. @throws FaultlineError `conflict` when the sealed part is not the one that was sealed. */
export async function readFieldQuestions(folder: string, part: FieldPart): Promise<readonly FieldQuestion[]> {
  if (part === 'development') return parseFieldQuestions(await readFile(join(folder, 'development.jsonl'), 'utf8'));
  const text = gunzipSync(await readFile(join(folder, 'sealed.jsonl.gz'))).toString('utf8');
  const seal = (await readFile(join(folder, 'sealed.sha256'), 'utf8')).trim();
  if (sha256(text) !== seal) throw new FaultlineError('conflict', 'The sealed questions are not those that were sealed.');
  return parseFieldQuestions(text);
}
