import { type Caller, type FactId, FaultlineError, sha256 } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { type DescribedFact, describeFacts } from '../knowledge/describe-facts.ts';
import { readerAccess } from '../reader-access.ts';

/** Pieces of evidence given a fact at most. */
const PIECES = 1_000;

/** Facts by their ids with all evidence that the caller may read, in the order of the ids. @throws FaultlineError `not-found`. */
export async function getFacts(application: Application, caller: Caller, ids: readonly FactId[]): Promise<readonly DescribedFact[]> {
  const { ledger } = application;
  const access = await readerAccess(application, caller);
  const facts = await describeFacts(ledger, access, await ledger.keys.facts(access, ids, PIECES));
  const missing = ids.find((id) => !facts.some((fact) => fact.id === id));
  if (missing !== undefined)
    throw new FaultlineError('not-found', `There is no fact ${missing}, or no document that you may read supports it.`);
  noteAudit(application, caller, 'graph-explored', sha256(ids.join('\n')), { facts: [...ids] });
  return facts;
}
