import { sql } from 'kysely';
import {
  compareText,
  type Evidence,
  type Fact,
  FaultlineError,
  type Field,
  type Json,
  type Key,
  type KeyId,
  type LinkClass,
  type PassageId,
  type TenantId,
  type Value,
  type VersionId,
} from '../../kernel/index.ts';
import { batches } from '../connection/batches.ts';
import type { Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { storedColumns } from '../rows/record-cells.ts';
import { writeAccepted } from './write-accepted.ts';
import { writeFacts } from './write-facts.ts';

/**
 * Output of one step of extraction, with the chunk it came from. Every key that it speaks of is in `keys` here or in an earlier
 * chunk of the version; each use is one mention.
 */
export interface ExtractedChunk {
  /** From 0, without gaps. */
  readonly ordinal: number;
  readonly inputHash: string;
  readonly carry: Json;
  readonly keys: readonly Key[];
  readonly uses: readonly { readonly key: KeyId }[];
  readonly links: readonly { readonly a: KeyId; readonly b: KeyId; readonly class: LinkClass; readonly n: number }[];
  /** A fact with several pieces of evidence comes several times. */
  readonly facts: readonly { readonly fact: Fact; readonly evidence: Evidence }[];
  readonly scopes: readonly { readonly passageId: PassageId; readonly keys: readonly KeyId[] }[];
  /** Terms coded from the text of records, by the record's ordinal. */
  readonly coded: readonly { readonly ordinal: number; readonly field: Field; readonly value: Value }[];
  /** Candidates that break the schema, kept where a person can see them. */
  readonly quarantine: readonly { readonly fact: Fact; readonly evidence: Evidence; readonly reason: string; readonly detail: string }[];
}

const UNNAMED_KEY = 'names a key that is not in this document';

/** Writes the rows of an extracted chunk. Facts and links of keys that the version does not name go to quarantine. */
export async function writeExtracted(
  trx: Writing,
  dialect: LedgerDialect,
  tenant: TenantId,
  version: VersionId,
  chunk: ExtractedChunk,
): Promise<void> {
  await writeKeys(trx, tenant, version, chunk);
  const named = await namedKeys(trx, dialect, version, chunk);
  const strayFacts = chunk.facts.filter(
    ({ fact }) => !named.has(fact.subject) || (fact.object.kind === 'key' && !named.has(fact.object.key)),
  );
  const strayLinks = chunk.links.filter((link) => !named.has(link.a) || !named.has(link.b));
  const stray = new Set<object>([...strayFacts, ...strayLinks]);
  await writeLinks(
    trx,
    version,
    chunk.links.filter((link) => !stray.has(link)),
  );
  await writeFacts(
    trx,
    dialect,
    tenant,
    version,
    chunk.facts.filter((candidate) => !stray.has(candidate)),
  );
  await writeScopes(trx, version, chunk);
  await writeCoded(trx, dialect, version, chunk);
  const strays = [
    ...strayFacts.map(({ fact, evidence }) => ({ passageId: evidence.passageId, detail: JSON.stringify(fact) })),
    ...strayLinks.map((link) => ({ passageId: null, detail: JSON.stringify({ a: link.a, b: link.b, class: link.class }) })),
  ];
  const held = [
    ...chunk.quarantine.map(({ fact, evidence, reason, detail }) => ({
      reason,
      fact: fact.id,
      content: { passageId: evidence.passageId, detail, fact, evidence },
    })),
    // What names keys that are not there cannot be decided on: there is nothing that it could be about.
    ...strays.map((content) => ({ reason: UNNAMED_KEY, fact: null, content })),
  ].map(({ content, ...row }, position) => ({
    version,
    chunk: chunk.ordinal,
    position,
    ...row,
    content_json: JSON.stringify(content),
  }));
  for (const batch of batches(held)) await trx.insertInto('quarantine').values(batch).execute();
  await writeAccepted(trx, dialect, tenant, version, chunk.quarantine);
}

async function writeScopes(trx: Writing, version: VersionId, chunk: ExtractedChunk): Promise<void> {
  const scopes = new Map(chunk.scopes.map(({ passageId, keys }) => [passageId, JSON.stringify(keys)]));
  for (const batch of batches([...scopes])) {
    const changes = sql.join(batch.map(([id, scope]) => sql`(${id}, ${scope})`));
    await sql`with changed (id, scope) as (values ${changes})
      update passage set scope_json = changed.scope from changed where passage.id = changed.id and passage.version = ${version}`.execute(
      trx,
    );
  }
}

async function writeCoded(trx: Writing, dialect: LedgerDialect, version: VersionId, chunk: ExtractedChunk): Promise<void> {
  const rows = new Map<number, Record<string, Value>>();
  for (const { ordinal, field, value } of chunk.coded) rows.set(ordinal, { ...rows.get(ordinal), [field]: value });
  for (const batch of batches([...rows])) {
    const changes = sql.join(batch.map(([ordinal, columns]) => sql`(${ordinal}, ${dialect.packJson(storedColumns(columns))})`));
    await sql`with changed (ordinal, coded) as (values ${changes})
      update record set coded = changed.coded from changed
      where record.version = ${version} and record.ordinal = cast(changed.ordinal as bigint)`.execute(trx);
  }
}

async function writeKeys(trx: Writing, tenant: TenantId, version: VersionId, chunk: ExtractedChunk): Promise<void> {
  const smallest = new Map<KeyId, Key>();
  for (const key of chunk.keys) {
    const other = smallest.get(key.id);
    if (other === undefined || key.text < other.text) smallest.set(key.id, key);
  }
  const keys = [...smallest.values()].sort((a, b) => compareText(a.id, b.id));
  const counts = new Map<string, number>();
  for (const use of chunk.uses) counts.set(use.key, (counts.get(use.key) ?? 0) + 1);
  for (const batch of batches(keys)) {
    await trx
      .insertInto('key')
      .values(batch.map((key) => ({ id: key.id, tenant, type: key.type, class: key.class, site: key.site, folded: key.folded })))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    // The smallest text stands for the key, so that it does not depend on which chunk or document came first.
    await trx
      .insertInto('key_use')
      .values(batch.map((key) => ({ key: key.id, version, n: counts.get(key.id) ?? 0, text: key.text, language: key.language })))
      .onConflict((conflict) =>
        conflict.columns(['key', 'version']).doUpdateSet({
          n: sql<number>`key_use.n + excluded.n`,
          language: sql<string>`case when excluded.text < key_use.text then excluded.language else key_use.language end`,
          text: sql<string>`case when excluded.text < key_use.text then excluded.text else key_use.text end`,
        }),
      )
      .execute();
    for (const key of batch) counts.delete(key.id);
  }
  for (const [key, n] of counts) {
    const more = await trx
      .updateTable('key_use')
      .set((row) => ({ n: row('n', '+', n) }))
      .where('key', '=', key)
      .where('version', '=', version)
      .returning('key')
      .execute();
    if (more.length === 0) throw new FaultlineError('internal', 'A key is used that no chunk of the version has described.');
  }
}

async function namedKeys(trx: Writing, dialect: LedgerDialect, version: VersionId, chunk: ExtractedChunk): Promise<ReadonlySet<string>> {
  const named = new Set<string>(chunk.keys.map((key) => key.id));
  const asked = new Set<string>();
  for (const { fact } of chunk.facts) {
    asked.add(fact.subject);
    if (fact.object.kind === 'key') asked.add(fact.object.key);
  }
  for (const { a, b } of chunk.links) asked.add(a).add(b);
  const unknown = [...asked].filter((key) => !named.has(key));
  if (unknown.length === 0) return named;
  const rows = await trx
    .selectFrom('key_use')
    .select('key')
    .where('version', '=', version)
    .where((row) => dialect.oneOf(row.ref('key'), unknown))
    .execute();
  for (const row of rows) named.add(row.key);
  return named;
}

async function writeLinks(trx: Writing, version: VersionId, links: ExtractedChunk['links']): Promise<void> {
  const merged = new Map<string, { a: string; b: string; class: LinkClass; version: VersionId; n: number }>();
  for (const link of links) {
    const [a, b] = link.a < link.b ? [link.a, link.b] : [link.b, link.a];
    const name = `${a} ${b} ${link.class}`;
    merged.set(name, { a, b, class: link.class, version, n: (merged.get(name)?.n ?? 0) + link.n });
  }
  const rows = [...merged.entries()].sort(([x], [y]) => compareText(x, y)).map(([, row]) => row);
  for (const batch of batches(rows)) {
    await trx
      .insertInto('key_link')
      .values(batch)
      .onConflict((conflict) => conflict.columns(['a', 'b', 'class', 'version']).doUpdateSet({ n: sql<number>`key_link.n + excluded.n` }))
      .execute();
  }
}
