import type { Access, DecisionId } from '../../kernel/index.ts';
import { readable } from '../access/access.ts';
import { batches } from '../connection/batches.ts';
import type { Connections } from '../connection/connections.ts';
import { makeKeyReader } from '../readers/key-reader.ts';
import { decisionIdShape, keyIdShape, readShape } from '../rows/stored-shapes.ts';

/** Decisions among these whose keys, quarantined fact or version this reader finds in what it may read. */
export async function presentDecisions(
  connections: Connections,
  access: Access,
  ids: readonly DecisionId[],
): Promise<ReadonlySet<DecisionId>> {
  const { reader, dialect } = connections;
  const present = new Set<DecisionId>();
  for (const batch of batches(ids)) {
    const rows = await reader
      .selectFrom('decision')
      .select(['id', 'a', 'b', 'fact', 'version'])
      .where('tenant', '=', access.tenant)
      .where((row) => dialect.oneOf(row.ref('id'), batch))
      .execute();
    const asked = rows.flatMap(({ a, b }) => [a, b]).flatMap((key) => (key === null ? [] : [readShape(keyIdShape, key, 'decision')]));
    const keys = new Set<string>((await makeKeyReader(connections).get(access, asked)).map((key) => key.id));
    const facts = await quarantinedFacts(
      connections,
      access,
      rows.flatMap(({ fact }) => fact ?? []),
    );
    const versions = await readableVersionIds(
      connections,
      access,
      rows.flatMap(({ version }) => version ?? []),
    );
    for (const { id, a, b, fact, version } of rows) {
      const isPresent =
        version !== null ? versions.has(version) : fact !== null ? facts.has(fact) : a !== null && b !== null && keys.has(a) && keys.has(b);
      if (isPresent) present.add(readShape(decisionIdShape, id, 'decision'));
    }
  }
  return present;
}

async function quarantinedFacts(
  { reader, dialect }: Connections,
  access: Access,
  facts: readonly string[],
): Promise<ReadonlySet<string | null>> {
  const rows = await reader
    .selectFrom('quarantine')
    .innerJoin('version', 'version.id', 'quarantine.version')
    .select('quarantine.fact')
    .distinct()
    .where((row) => dialect.oneOf(row.ref('quarantine.fact'), facts))
    .where(readable(dialect, access))
    .execute();
  return new Set(rows.map((row) => row.fact));
}

/** Versions whose document this reader may read, those too that are being read again. */
async function readableVersionIds(
  { reader, dialect }: Connections,
  access: Access,
  versions: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('version')
    .select('id')
    .where('tenant', '=', access.tenant)
    .where('state', '!=', 'retracting')
    .where((row) => dialect.oneOf(row.ref('id'), versions))
    .where((row) => dialect.oneOf(row.ref('label_set'), access.grants))
    .execute();
  return new Set(rows.map((row) => row.id));
}
