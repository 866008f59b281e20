import type { Access, DecisionId } from '../../kernel/index.ts';
import { batches } from '../batches.ts';
import type { Connections } from '../connections.ts';
import { makeKeyReader } from '../readers/key-reader.ts';
import { decisionIdShape, keyIdShape, readShape } from '../stored-shapes.ts';

/** Decisions among these whose keys this reader finds in what it may read. */
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
      .select(['id', 'a', 'b'])
      .where('tenant', '=', access.tenant)
      .where((row) => dialect.oneOf(row.ref('id'), batch))
      .execute();
    const asked = rows.flatMap(({ a, b }) => [a, b]).flatMap((key) => (key === null ? [] : [readShape(keyIdShape, key, 'decision')]));
    const keys = new Set<string>((await makeKeyReader(connections).get(access, asked)).map((key) => key.id));
    for (const { id, a, b } of rows) {
      if (a !== null && b !== null && keys.has(a) && keys.has(b)) present.add(readShape(decisionIdShape, id, 'decision'));
    }
  }
  return present;
}
