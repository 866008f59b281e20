import { basename } from 'node:path';
import type { ClaimPlace } from '../claims/claim-case.ts';
import { openClaimSources } from '../claims/claim-sources.ts';
import { readClaimCases } from '../claims/read-claim-cases.ts';
import type { LabelledClaim } from './read-labelled-claims.ts';

/**
 * The development part of `datasets/claims` with the places that it is held against.
 * @param folder `datasets/claims`. @param dataFolder the public sets.
 */
export async function labelledClaimsOfOurs(folder: string, dataFolder: string, signal: AbortSignal): Promise<readonly LabelledClaim[]> {
  const read = openClaimSources(dataFolder, signal);
  const claims: LabelledClaim[] = [];
  for (const { language, claim, label, sources } of await readClaimCases(folder, 'development')) {
    const source = (await Promise.all(sources.map(read))).join('\n');
    claims.push({ set: `ours-${language}`, claim, source, document: documentOf(sources), isSupported: label === 'supported' });
  }
  return claims;
}

function documentOf([first]: readonly ClaimPlace[]): string {
  return basename(first?.file ?? '');
}
