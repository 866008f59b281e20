import type { GraphStore } from '../../graph/index.ts';
import { type Access, compareText, type KeyId, type KeyReader, type PassageId, PREDICATES } from '../../kernel/index.ts';
import type { RecallFault } from './recall-fault.ts';
import { unlessDown } from './unless-down.ts';

/** A hub is cut here: beyond it the words of the question choose better than the graph. */
const CAPS = { fanOut: 100, nodes: 300, edges: 300 };

interface Dependencies {
  readonly keys: KeyReader;
  readonly graph: GraphStore;
}

/**
 * Passages that support facts about the linked keys, one hop away, all names of their entities included; ordered by how many of
 * these facts a passage supports, ties by id. With the graph down the ledger is asked for the facts about the keys instead.
 */
export async function graphLeg(
  { keys: reader, graph }: Dependencies,
  access: Access,
  keys: readonly KeyId[],
  faults: Set<RecallFault>,
  signal: AbortSignal,
): Promise<readonly PassageId[]> {
  if (keys.length === 0) return [];
  const entities = await reader.entities(access, keys);
  const linked = [...new Set([...keys, ...[...entities.values()].flatMap((entity) => entity.keys.map(({ id }) => id))])].sort(compareText);
  const near = await unlessDown('no-graph', faults, undefined, () =>
    graph.neighbours(access, { keys: linked, direction: 'both', caps: CAPS }, signal),
  );
  const facts =
    near === undefined
      ? await reader.about(access, linked, PREDICATES, CAPS.edges)
      : await reader.facts(
          access,
          near.edges.map(({ fact }) => fact),
        );
  signal.throwIfAborted();
  const counts = new Map<PassageId, number>();
  for (const { evidence } of facts) {
    for (const id of new Set(evidence.map((one) => one.evidence.passageId))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b)).map(([id]) => id);
}
