import type { TenantId } from '../kernel/index.ts';
import type { Application } from './application.ts';

type Swept = Pick<Application, 'blobs' | 'ledger'>;

/** Ends what a killed process left between two steps of keeping or deleting bytes. Cheap: mostly there is nothing. */
export function tidyBytes({ blobs, ledger }: Swept): Promise<number> {
  return blobs.tidy((tenant, sha256) => ledger.namesBytes(tenant, sha256));
}

/** Bytes that no document has, as a crash between keeping bytes and taking note of them leaves; what is just coming in too. */
export async function* unnamedBytes({ blobs, ledger }: Swept): AsyncGenerator<{ tenant: TenantId; sha256: string; bytes: number }> {
  for (const tenant of await blobs.tenants()) {
    for await (const { sha256, bytes } of blobs.list(tenant)) {
      if (!(await ledger.namesBytes(tenant, sha256))) yield { tenant, sha256, bytes };
    }
  }
}

/**
 * Deletes bytes that no document has; one who sends them this very moment loses nothing, since bytes are held until the ledger
 * names them. Gives the number of blobs deleted.
 */
export async function sweepBytes(application: Swept, signal: AbortSignal): Promise<number> {
  const { blobs, ledger } = application;
  let swept = 0;
  for await (const { tenant, sha256 } of unnamedBytes(application)) {
    signal.throwIfAborted();
    await blobs.delete(tenant, sha256, () => ledger.namesBytes(tenant, sha256));
    swept += 1;
  }
  return swept + (await tidyBytes(application));
}
