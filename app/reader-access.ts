import type { Access, Caller } from '../kernel/index.ts';
import type { ReaderScope } from '../ledger/index.ts';
import type { Application } from './application.ts';

/** What the caller may read as of now, or of the instant that the caller asks for; resolved once a command. */
export function readerAccess({ ledger }: Pick<Application, 'ledger'>, { tenant, labels, asOf }: Caller): Promise<Access> {
  return ledger.accessFor(tenant, labels, asOf);
}

/** Whose documents the caller may know of, those too that nobody can read yet: for jobs and exports. */
export async function readerScope(application: Pick<Application, 'ledger'>, caller: Caller): Promise<ReaderScope> {
  const { tenant, grants } = await readerAccess(application, caller);
  return { tenant, grants, isWhole: caller.labels === 'all' };
}
