import type { Ledger } from '../../ledger/index.ts';

/** Whether anybody can make themselves known to a service on this ledger, by a key or by an account. */
export async function hasLiveCallers({ accounts, apiKeys }: Pick<Ledger, 'accounts' | 'apiKeys'>): Promise<boolean> {
  return (await apiKeys.hasLive()) || (await accounts.hasLive());
}
