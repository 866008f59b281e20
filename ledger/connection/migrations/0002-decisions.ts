import { type Kysely, sql } from 'kysely';
import { canonicalJson, makeDecisionId, type TenantId } from '../../../kernel/index.ts';
import type { LedgerDialect } from '../dialect/ledger-dialect.ts';
import { createTables, type TableShape } from './create-tables.ts';

const TABLES: Readonly<Record<string, TableShape>> = {
  decision: {
    columns: {
      number: 'integer',
      id: 'text',
      tenant: 'text',
      kind: 'text',
      matter: 'text',
      a: 'text?',
      b: 'text?',
      fact: 'text?',
      version: 'text?',
      content_json: 'text',
      reason: 'text',
      actor: 'text',
      at: 'integer',
    },
    key: ['number'],
    indexes: [['a'], ['b'], ['fact'], ['version'], ['matter', 'number'], ['tenant', 'number']],
    long: ['matter'],
  },
};

interface FirstDecision {
  readonly number: number;
  readonly tenant: string;
  readonly kind: string;
  readonly a: string;
  readonly b: string;
  readonly actor: string;
  readonly at: number;
}

/** Decisions on more than pairs of keys, each with its id, its reason and what it is about. */
export async function widenDecisions(db: Kysely<unknown>, dialect: LedgerDialect): Promise<void> {
  const { rows } = await sql<FirstDecision>`select number, tenant, kind, a, b, actor, at from decision order by number`.execute(db);
  await db.schema.dropTable('decision').execute();
  await createTables(db, dialect, TABLES);
  await sql`create unique index decision_by_id on decision (id)`.execute(db);
  const counts = new Map<string, number>();
  for (const { number, tenant, kind, a, b, actor, at } of rows) {
    const named = `${kind}-link`;
    const content = canonicalJson({ kind: named, a, b });
    const nth = counts.get(`${tenant} ${content}`) ?? 0;
    counts.set(`${tenant} ${content}`, nth + 1);
    // Tenants come from a column that only ever held tenants.
    const id = makeDecisionId(tenant as TenantId, content, nth);
    const matter = canonicalJson(['pair', a, b]);
    await sql`insert into decision (number, id, tenant, kind, matter, a, b, fact, version, content_json, reason, actor, at)
      values (${number}, ${id}, ${tenant}, ${named}, ${matter}, ${a}, ${b}, null, null, ${content}, '', ${actor}, ${at})`.execute(db);
  }
}
