import type { Access, KeyReader, PassageReader, RecordReader, TenantId } from '../kernel/index.ts';
import { makeAccessFor, type ReaderLabels } from './access/access.ts';
import type { ReaderScope } from './access/reader-scope.ts';
import { type Audit, makeAudit } from './audit/audit.ts';
import { type Accounts, makeAccounts } from './callers/accounts.ts';
import { type ApiKeys, makeApiKeys } from './callers/api-keys.ts';
import { makeSessions, type Sessions } from './callers/sessions.ts';
import { type LedgerOptions, openConnections } from './connection/open-connections.ts';
import { type Conversations, makeConversations } from './conversations.ts';
import { movedTo } from './copy/moved-to.ts';
import { type Decisions, makeDecisions } from './decisions/decisions.ts';
import { type Content, makeContent } from './digests/content.ts';
import { type Documents, makeDocuments } from './documents/documents.ts';
import { makeVisibility, type Visibility } from './documents/visibility.ts';
import { exportCanonical } from './export-canonical.ts';
import { type FeedbackLog, makeFeedbackLog } from './feedback/feedback.ts';
import { type LedgerGauges, makeGauges } from './gauges.ts';
import { type Jobs, makeJobs } from './jobs/jobs.ts';
import { makeOutbox, type Outbox } from './projection/outbox.ts';
import { type LedgerProjection, makeProjection } from './projection/projection.ts';
import { makeTurns, type Turns } from './queue/turns.ts';
import { makeKeyReader } from './readers/key-reader.ts';
import { makePassageReader } from './readers/passage-reader.ts';
import { makeRecordReader } from './readers/record-reader.ts';
import { makeRetention, type Retention } from './retention/retention.ts';
import { makeReviews, type Reviews } from './reviews/reviews.ts';
import { makeStages, type Stages } from './stages/stages.ts';

/** The one truth of a plant: what came in, what was read and found in it, who may see it, and what is still to do. */
export interface Ledger extends Visibility {
  readonly documents: Documents;
  readonly stages: Stages;
  readonly decisions: Decisions;
  readonly feedback: FeedbackLog;
  readonly retention: Retention;
  readonly reviews: Reviews;
  readonly jobs: Jobs;
  readonly audit: Audit;
  readonly accounts: Accounts;
  readonly apiKeys: ApiKeys;
  readonly sessions: Sessions;
  readonly content: Content;
  readonly conversations: Conversations;
  readonly turns: Turns;
  readonly outbox: Outbox;
  /** For monitoring; over all tenants. */
  gauges(): Promise<LedgerGauges>;
  /** Where this ledger was moved to, for people; undefined when it takes writes. */
  movedTo(): Promise<string | undefined>;
  readonly projection: LedgerProjection;
  readonly passages: PassageReader;
  readonly keys: KeyReader;
  readonly records: RecordReader;
  /** Resolves once a request what a reader may read; `asOf` in milliseconds, UTC, absent: now. */
  accessFor(tenant: TenantId, labels: ReaderLabels, asOf?: number): Promise<Access>;
  /** Sorted JSON lines of all knowledge, or of what one reader may read, for comparing and for keeping. */
  exportCanonical(scope?: ReaderScope): AsyncIterable<string>;
  close(): Promise<void>;
}

/**
 * Opens the ledger, made and brought to the newest schema as needed.
 * @throws FaultlineError `storage-failed`; of PostgreSQL also `store-unavailable`, `invalid-configuration`.
 */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const connections = await openConnections(options);
  return {
    ...makeVisibility(connections),
    documents: makeDocuments(connections),
    stages: makeStages(connections),
    decisions: makeDecisions(connections),
    feedback: makeFeedbackLog(connections),
    retention: makeRetention(connections),
    reviews: makeReviews(connections),
    jobs: makeJobs(connections),
    audit: makeAudit(connections),
    accounts: makeAccounts(connections),
    apiKeys: makeApiKeys(connections),
    sessions: makeSessions(connections),
    content: makeContent(connections),
    conversations: makeConversations(connections),
    turns: makeTurns(connections),
    outbox: makeOutbox(connections),
    gauges: makeGauges(connections),
    movedTo: () => movedTo({ dialect: connections.dialect, db: connections.reader }),
    projection: makeProjection(connections),
    passages: makePassageReader(connections),
    keys: makeKeyReader(connections),
    records: makeRecordReader(connections),
    accessFor: makeAccessFor(connections),
    exportCanonical: (scope) => exportCanonical(connections, scope),
    close: () => connections.close(),
  };
}
