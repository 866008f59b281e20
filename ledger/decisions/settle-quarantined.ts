import { z } from 'zod';
import { type Evidence, type Fact, type FactId, makeFact, type TenantId, type VersionId } from '../../kernel/index.ts';
import type { Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { raiseVersion } from '../projection/outbox.ts';
import {
  evidenceContentShape,
  factContentShape,
  factIdShape,
  keyIdShape,
  passageIdShape,
  predicateShape,
  readJson,
  readShape,
  versionIdShape,
} from '../rows/stored-shapes.ts';
import { writeAccepted } from '../stages/write-accepted.ts';
import { supportOf } from '../stages/write-facts.ts';

/** A fact that waits in quarantine with its evidence, as a row of `quarantine` keeps it. */
const heldShape = z.object({
  detail: z.string(),
  fact: z.intersection(z.object({ id: factIdShape, subject: keyIdShape, predicate: predicateShape }), factContentShape),
  evidence: z.intersection(
    z.object({ passageId: passageIdShape, start: z.number(), end: z.number(), extractor: z.string() }),
    evidenceContentShape,
  ),
});

export function readHeld(json: string): { readonly detail: string; readonly fact: Fact; readonly evidence: Evidence } {
  const { detail, fact, evidence } = readJson(heldShape, json, 'quarantined fact');
  return { detail, fact: makeFact(fact.subject, fact.predicate, fact.object, fact.qualifiers), evidence };
}

/** Makes what a decided fact counts for equal to what it would be, had the decision been there when its documents came. */
export async function settleQuarantined(trx: Writing, dialect: LedgerDialect, tenant: TenantId, fact: FactId, now: number): Promise<void> {
  const rows = await trx
    .selectFrom('quarantine')
    .innerJoin('version', 'version.id', 'quarantine.version')
    .select(['quarantine.version', 'quarantine.content_json'])
    .where('quarantine.fact', '=', fact)
    .where('version.tenant', '=', tenant)
    .where('version.state', '!=', 'retracting')
    .orderBy('quarantine.version')
    .orderBy('quarantine.chunk')
    .orderBy('quarantine.position')
    .execute();
  const held = new Map<VersionId, ReturnType<typeof readHeld>[]>();
  for (const row of rows) {
    const version = readShape(versionIdShape, row.version, 'quarantined fact');
    held.set(version, [...(held.get(version) ?? []), readHeld(row.content_json)]);
  }
  for (const [version, facts] of held) {
    await withdrawAccepted(trx, version, fact, facts);
    await writeAccepted(trx, dialect, tenant, version, facts);
    await raiseVersion(trx, version, now, ['graph']);
  }
}

/** Takes back what a decision let count, and the support and the fact when nothing else holds them. */
async function withdrawAccepted(
  trx: Writing,
  version: VersionId,
  fact: FactId,
  held: readonly { readonly evidence: Evidence }[],
): Promise<void> {
  for (const { evidence } of held) {
    await trx
      .deleteFrom('evidence')
      .where('version', '=', version)
      .where('fact', '=', fact)
      .where('passage', '=', evidence.passageId)
      .where('span_start', '=', evidence.start)
      .where('span_end', '=', evidence.end)
      .where('extractor', '=', evidence.extractor)
      .execute();
  }
  const left = await trx.selectFrom('evidence').select('content_json').where('version', '=', version).where('fact', '=', fact).execute();
  if (left.length > 0) {
    const pieces = left.map((row) => readJson(evidenceContentShape, row.content_json, 'evidence'));
    await trx
      .updateTable('support')
      .set({ n: pieces.length, ...supportOf(pieces) })
      .where('version', '=', version)
      .where('fact', '=', fact)
      .execute();
    return;
  }
  const gone = await trx.deleteFrom('support').where('version', '=', version).where('fact', '=', fact).returning('fact').execute();
  if (gone.length === 0) return;
  await trx
    .updateTable('fact')
    .set((row) => ({ supports: row('supports', '-', 1) }))
    .where('id', '=', fact)
    .execute();
  await trx.deleteFrom('fact').where('id', '=', fact).where('supports', '=', 0).execute();
}
