import { sql } from 'kysely';
import { compareText, type Evidence, type Fact, type FactId, FaultlineError, type TenantId, type VersionId } from '../../kernel/index.ts';
import { batches } from '../connection/batches.ts';
import type { Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';

const STATUSES = ['stated', 'observed', 'derived'] as const;

/**
 * Writes facts with their evidence and the version's support. A quote that is not the stored text at its span is
 * a fault of the extractor and stops the chunk.
 * @throws FaultlineError `internal`.
 */
export async function writeFacts(
  trx: Writing,
  dialect: LedgerDialect,
  tenant: TenantId,
  version: VersionId,
  candidates: readonly { readonly fact: Fact; readonly evidence: Evidence }[],
): Promise<void> {
  const merged = new Map<FactId, { fact: Fact; evidence: Map<string, Evidence> }>();
  for (const { fact, evidence } of candidates) {
    const entry = merged.get(fact.id) ?? { fact, evidence: new Map() };
    entry.evidence.set(`${evidence.passageId} ${evidence.start} ${evidence.end} ${evidence.extractor}`, evidence);
    merged.set(fact.id, entry);
  }
  const facts = [...merged.values()].sort((a, b) => compareText(a.fact.id, b.fact.id));
  await checkQuotes(
    trx,
    dialect,
    version,
    facts.flatMap(({ evidence }) => [...evidence.values()]),
  );
  for (const batch of batches(facts)) {
    await writeFactRows(trx, dialect, tenant, version, batch);
  }
}

/** What pieces of evidence in one version come to: the strongest of each. */
export function supportOf(pieces: readonly Pick<Evidence, 'status' | 'confidence' | 'decisions'>[]) {
  return {
    kind: pieces.every((piece) => piece.decisions !== undefined) ? 'decision' : 'passage',
    status: STATUSES.find((status) => pieces.some((piece) => piece.status === status)) ?? 'derived',
    confidence: Math.max(...pieces.map((piece) => piece.confidence)),
  };
}

async function writeFactRows(
  trx: Writing,
  dialect: LedgerDialect,
  tenant: TenantId,
  version: VersionId,
  facts: readonly { readonly fact: Fact; readonly evidence: ReadonlyMap<string, Evidence> }[],
): Promise<void> {
  const ids = facts.map(({ fact }) => fact.id);
  await trx
    .insertInto('fact')
    .values(
      facts.map(({ fact }) => ({
        id: fact.id,
        tenant,
        subject: fact.subject,
        predicate: fact.predicate,
        object_key: fact.object.kind === 'key' ? fact.object.key : null,
        content_json: JSON.stringify({ object: fact.object, qualifiers: fact.qualifiers }),
        supports: 0,
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();

  const supported = await trx
    .insertInto('support')
    .values(
      facts.map(({ fact, evidence }) => {
        const pieces = [...evidence.values()];
        return {
          fact: fact.id,
          version,
          n: 0,
          ...supportOf(pieces),
        };
      }),
    )
    .onConflict((conflict) =>
      conflict.columns(['fact', 'version']).doUpdateSet({
        // The strongest of what the version says; a passage that says it of itself needs nobody's decision.
        kind: sql<string>`case when 'passage' in (support.kind, excluded.kind) then 'passage' else 'decision' end`,
        status: sql<string>`case when 'stated' in (support.status, excluded.status) then 'stated'
          when 'observed' in (support.status, excluded.status) then 'observed' else 'derived' end`,
        confidence: sql<number>`case when excluded.confidence > support.confidence then excluded.confidence else support.confidence end`,
      }),
    )
    .returning(['fact', 'n'])
    .execute();
  const fresh = supported.filter((row) => row.n === 0).map((row) => row.fact);
  await trx
    .updateTable('fact')
    .set((row) => ({ supports: row('supports', '+', 1) }))
    .where((row) => dialect.oneOf(row.ref('id'), fresh))
    .execute();

  const evidence = facts.flatMap(({ fact, evidence: pieces }) =>
    [...pieces.values()].map((piece) => {
      const { passageId, start, end, extractor, ...content } = piece;
      return {
        fact: fact.id,
        version,
        passage: passageId,
        span_start: start,
        span_end: end,
        extractor,
        content_json: JSON.stringify(content),
      };
    }),
  );
  for (const batch of batches(evidence)) {
    await trx
      .insertInto('evidence')
      .values(batch)
      .onConflict((conflict) => conflict.columns(['version', 'fact', 'passage', 'span_start', 'span_end', 'extractor']).doNothing())
      .execute();
  }
  await trx
    .updateTable('support')
    .set({ n: sql<number>`(select count(*) from evidence where evidence.fact = support.fact and evidence.version = support.version)` })
    .where('version', '=', version)
    .where((row) => dialect.oneOf(row.ref('fact'), ids))
    .execute();
}

async function checkQuotes(trx: Writing, dialect: LedgerDialect, version: VersionId, evidence: readonly Evidence[]): Promise<void> {
  const texts = new Map<string, string>();
  for (const batch of batches([...new Set(evidence.map((piece) => piece.passageId))])) {
    const rows = await trx
      .selectFrom('passage')
      .select(['id', 'version', 'text'])
      .where((row) => dialect.oneOf(row.ref('id'), batch))
      .execute();
    for (const row of rows) if (row.version === version) texts.set(row.id, row.text);
  }
  for (const piece of evidence) {
    if (piece.end <= piece.start || texts.get(piece.passageId)?.slice(piece.start, piece.end) !== piece.quote) {
      throw new FaultlineError('internal', `A quote of the extractor "${piece.extractor}" is not the text at its span.`);
    }
  }
}
