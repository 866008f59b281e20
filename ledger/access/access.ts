import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Access, holdsLabels, type LabelSetId, type TenantId } from '../../kernel/index.ts';
import type { Connections } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { labelSetIdShape, labelsShape, readJson, readShape } from '../rows/stored-shapes.ts';
import { hiddenVersions } from './hidden-versions.ts';

/** Labels a reader holds; `all` is one who may read everything of the tenant. */
export type ReaderLabels = 'all' | readonly string[];

/**
 * Resolves once a request what a reader may read: the label sets whose every label the reader holds (a document without
 * labels is for everyone), and the versions that a projection may hold though nobody sees them, because they are being made or
 * removed, or because they take effect after the instant asked for: now, unless another is.
 */
export function makeAccessFor(connections: Connections) {
  return async (tenant: TenantId, labels: ReaderLabels, asOf = connections.clock.now()): Promise<Access> => {
    const { reader } = connections;
    const sets = await reader.selectFrom('label_set').select(['id', 'labels_json']).where('tenant', '=', tenant).orderBy('id').execute();
    const hidden = await hiddenVersions(reader, tenant, asOf);
    const grants: LabelSetId[] = sets
      .filter((set) => holdsLabels(labels, readJson(labelsShape, set.labels_json, 'label set')))
      .map((set) => readShape(labelSetIdShape, set.id, 'label set'));
    return { tenant, grants, hidden, asOf };
  };
}

/**
 * The condition on a row of `version` that this reader may read it. Every read joins `version` and carries it, so that nothing
 * is filtered after the fact; `visible` also covers versions that arrived after the access was resolved.
 */
export function readable(dialect: LedgerDialect, access: Access): RawBuilder<SqlBool> {
  return readableWhere(dialect, access, dialect.unindexed(sql.ref('version.tenant')), dialect.unindexed(sql.ref('version.visible')));
}

/** The same condition for a query over versions themselves, which may go through them all. */
export function readableVersions(dialect: LedgerDialect, access: Access): RawBuilder<SqlBool> {
  return readableWhere(dialect, access, sql.ref('version.tenant'), sql.ref('version.visible'));
}

function readableWhere(
  dialect: LedgerDialect,
  access: Access,
  tenant: Expression<unknown>,
  visible: Expression<unknown>,
): RawBuilder<SqlBool> {
  const conditions = [
    sql<SqlBool>`${tenant} = ${access.tenant}`,
    sql<SqlBool>`${visible} = 1`,
    dialect.oneOf(sql.ref('version.label_set'), access.grants),
  ];
  if (access.hidden.length > 0) conditions.push(sql<SqlBool>`not (${dialect.oneOf(sql.ref('version.id'), access.hidden)})`);
  if (access.asOf !== undefined) {
    conditions.push(sql<SqlBool>`(version.effective is null or version.effective <= ${access.asOf})`);
  }
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}
