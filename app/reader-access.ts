import type { Access } from '../kernel/index.ts';
import type { Application } from './application.ts';

/** What the caller may read. Until callers are told apart, whoever reaches the service may read all of its tenant. */
export function readerAccess({ ledger, config }: Application): Promise<Access> {
  return ledger.accessFor(config.tenant, 'all');
}
