import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { LabelSetId, TenantId } from '../../kernel/index.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';

/** Whose documents are meant, whatever state their versions are in: for lists of work and for exports, which show those being read too. */
export interface ReaderScope {
  readonly tenant: TenantId;
  readonly grants: readonly LabelSetId[];
  /** The reader may read everything of the tenant, so that what is kept over all documents holds for this reader too. */
  readonly isWhole: boolean;
}

/** The condition that a column names a version of a document whose labels the reader holds. */
export function inVersions(dialect: LedgerDialect, { tenant, grants }: ReaderScope, column: Expression<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`${column} in (select scoped.id from version as scoped
    where scoped.tenant = ${tenant} and ${dialect.oneOf(sql.ref('scoped.label_set'), grants)})`;
}
