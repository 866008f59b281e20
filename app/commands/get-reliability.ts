import { type Reliability, reliabilityOf } from '../../answering/index.ts';
import {
  type AggregateQuery,
  type Caller,
  canonicalJson,
  type FileBeingRead,
  type Json,
  type RecordRow,
  sha256,
} from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { readerAccess } from '../reader-access.ts';

export interface ReliabilityRequest {
  readonly query: Pick<AggregateQuery, 'from' | 'where'>;
  /** A failure is a repeat when it comes within so many days after the one before of its asset. */
  readonly within: number;
}

export interface ReliabilityFigures extends Reliability {
  readonly matched: number;
  /** Names the rows that were counted. */
  readonly proof: string;
  /** Logs that were being read when it was computed: their rows are not in it. */
  readonly beingRead: readonly FileBeingRead[];
}

/** Times between failures, rates, repeats, times of repair and Weibull fits by asset, over the rows that match and the caller may read. */
export async function getReliability(
  application: Application,
  caller: Caller,
  { query, within }: ReliabilityRequest,
  signal: AbortSignal,
): Promise<ReliabilityFigures> {
  const access = await readerAccess(application, caller);
  const { records } = application.ledger;
  const beingRead = await records.beingRead(access);
  const count = { ...query, groupBy: [], measures: [{ kind: 'count' }], orderBy: [], limit: 1 } as const;
  const { matched, proof } = await records.aggregate(access, count, signal);
  noteAudit(application, caller, 'records-aggregated', sha256(canonicalJson(count as unknown as Json)), { matched, proof });
  const rows: RecordRow[] = [];
  for await (const page of records.scan(access, query, signal)) rows.push(...page);
  return { ...reliabilityOf(rows, within), matched, proof, beingRead };
}
