import { type Caller, FaultlineError } from '../../kernel/index.ts';
import type { LedgerGauges } from '../../ledger/index.ts';
import type { Application } from '../application.ts';
import { revisionsIfUp } from '../revisions-if-up.ts';

export interface Gauges extends LedgerGauges {
  /** Revision of search index and graph: goes up with every change that readers may see; none of a store that is down. */
  readonly revisions: { readonly search: number | undefined; readonly graph: number | undefined };
}

/** What monitoring watches. Counts tell of hidden documents, so they are for a caller who may read everything. @throws FaultlineError `forbidden`. */
export async function readGauges(application: Application, { labels }: Caller): Promise<Gauges> {
  if (labels !== 'all') throw new FaultlineError('forbidden', 'Only a caller who may read everything may read the metrics.');
  return { ...(await application.ledger.gauges()), revisions: await revisionsIfUp(application) };
}
