import { type Kysely, type Migration, Migrator } from 'kysely';
import { FaultlineError } from '../../../kernel/index.ts';
import type { LedgerDialect } from '../dialect/ledger-dialect.ts';
import { createFirstTables } from './0001-first-tables.ts';
import { widenDecisions } from './0002-decisions.ts';
import { createAuditTables } from './0003-audit.ts';
import { createJobEvents } from './0004-jobs.ts';
import { createConversationTables } from './0005-conversations.ts';
import { addPassageLanguage } from './0007-passage-language.ts';
import { nameQuarantinedFacts } from './0008-quarantined-facts.ts';
import { indexRecordLookup } from './0009-record-lookup.ts';
import { createTurns } from './0010-turns.ts';
import { indexHiddenVersions } from './0011-hidden-versions.ts';
import { createRemovals } from './0012-removals.ts';
import { indexDigests } from './0013-digests.ts';
import { giveVersionsFamilies } from './0014-version-families.ts';
import { addScopeNames } from './0015-scope-names.ts';
import { createRereadings } from './0016-rereadings.ts';
import { createApiKeys } from './0017-api-keys.ts';
import { createAccounts } from './0018-accounts.ts';
import { addForms } from './0019-forms.ts';
import { addFeedback } from './0020-feedback.ts';
import { addDiagnosisFeedback } from './0021-diagnosis-feedback.ts';
import { countJobLosses } from './0022-job-losses.ts';
import { setFormsByLabel } from './0023-forms-by-label.ts';

/** Brings a ledger to the newest schema; does nothing when it is there. A migration happens whole or not at all. */
export async function migrate(db: Kysely<unknown>, dialect: LedgerDialect): Promise<void> {
  const migrator = new Migrator({
    db,
    // Each is about tables of its own, and a home may have run a later one before an earlier one came.
    allowUnorderedMigrations: true,
    provider: {
      getMigrations: async () => migrationsOf(dialect),
    },
  });
  const { error } = await migrator.migrateToLatest();
  // A server that is away, a file that is in use: no fault of the schema.
  if (error instanceof FaultlineError) throw error;
  if (error !== undefined) {
    throw new FaultlineError('storage-failed', 'The ledger could not be brought to the schema of this release.', { cause: error });
  }
}

/** All of this release, by name; applied in the order of names. */
export function migrationsOf(dialect: LedgerDialect): Readonly<Record<string, Migration>> {
  return {
    '0001-first-tables': { up: (target: Kysely<unknown>) => createFirstTables(target, dialect) },
    '0002-decisions': { up: (target: Kysely<unknown>) => widenDecisions(target, dialect) },
    '0003-audit': { up: (target: Kysely<unknown>) => createAuditTables(target, dialect) },
    '0008-quarantined-facts': { up: (target: Kysely<unknown>) => nameQuarantinedFacts(target, dialect) },
    '0004-jobs': { up: (target: Kysely<unknown>) => createJobEvents(target, dialect) },
    '0005-conversations': { up: (target: Kysely<unknown>) => createConversationTables(target, dialect) },
    '0009-record-lookup': { up: (target: Kysely<unknown>) => indexRecordLookup(target, dialect) },
    '0011-hidden-versions': { up: indexHiddenVersions },
    '0012-removals': { up: (target: Kysely<unknown>) => createRemovals(target, dialect) },
    '0013-digests': { up: indexDigests },
    '0014-version-families': { up: (target: Kysely<unknown>) => giveVersionsFamilies(target, dialect) },
    '0015-scope-names': { up: (target: Kysely<unknown>) => addScopeNames(target, dialect) },
    '0016-rereadings': { up: (target: Kysely<unknown>) => createRereadings(target, dialect) },
    '0017-api-keys': { up: (target: Kysely<unknown>) => createApiKeys(target, dialect) },
    '0018-accounts': { up: (target: Kysely<unknown>) => createAccounts(target, dialect) },
    '0019-forms': { up: (target: Kysely<unknown>) => addForms(target, dialect) },
    '0020-feedback': { up: (target: Kysely<unknown>) => addFeedback(target, dialect) },
    '0021-diagnosis-feedback': { up: (target: Kysely<unknown>) => addDiagnosisFeedback(target, dialect) },
    '0022-job-losses': { up: (target: Kysely<unknown>) => countJobLosses(target, dialect) },
    '0023-forms-by-label': { up: setFormsByLabel },
    '0010-turns': { up: (target: Kysely<unknown>) => createTurns(target, dialect) },
    '0007-passage-language': { up: (target: Kysely<unknown>) => addPassageLanguage(target, dialect) },
  };
}
