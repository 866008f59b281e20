import type { Access, Caller } from '../kernel/index.ts';
import type { Application } from './application.ts';

/** What the caller may read, resolved once a command. */
export function readerAccess({ ledger }: Pick<Application, 'ledger'>, { tenant, labels }: Caller): Promise<Access> {
  return ledger.accessFor(tenant, labels);
}
