import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { FaultlineError, sha256 } from '../../../kernel/index.ts';
import { type ClaimCase, parseClaimCases } from './claim-case.ts';

/** The sealed part is packed, so that nobody reads it by chance, and named by its hash. */
export const CLAIM_PARTS = ['development', 'sealed'] as const;
export type ClaimPart = (typeof CLAIM_PARTS)[number];

/** The claims of one part. @throws FaultlineError `conflict` when the sealed part is not the one that was sealed. */
export async function readClaimCases(folder: string, part: ClaimPart): Promise<readonly ClaimCase[]> {
  if (part === 'development') return parseClaimCases(await readFile(join(folder, 'development.jsonl'), 'utf8'));
  const text = gunzipSync(await readFile(join(folder, 'sealed.jsonl.gz'))).toString('utf8');
  const seal = (await readFile(join(folder, 'sealed.sha256'), 'utf8')).trim();
  if (sha256(text) !== seal) throw new FaultlineError('conflict', 'The sealed claims are not those that were sealed.');
  return parseClaimCases(text);
}
