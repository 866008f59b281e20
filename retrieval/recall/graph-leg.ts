import { type GraphStore, rankNear } from '../../graph/index.ts';
import { type Access, compareText, type FactId, fold, type KeyId, type KeyReader, type PassageId, PREDICATES } from '../../kernel/index.ts';
import { findConcepts } from '../../ontology/index.ts';
import type { RecallFaults } from './recall-fault.ts';
import { unlessDown } from './unless-down.ts';

/**
 * Walks that start again every fifth step stay within a few facts of the question. With this tolerance a thing with more than 500
 * facts is followed up by none: beyond it the words of the question choose better than the graph.
 */
const WALK = { restart: 0.2, tolerance: 0.002, edges: 5_000 };
/** Passages given at most. */
const PASSAGES = 200;

interface Dependencies {
  readonly keys: KeyReader;
  readonly graph: GraphStore;
}

/** What a question is about. */
export interface LegQuery {
  readonly text: string;
  /** Keys of its codes and names. */
  readonly keys: readonly KeyId[];
}

/** A passage with the share of the walk that leads over the facts it supports. */
export interface NearPassage {
  readonly id: PassageId;
  readonly share: number;
}

/**
 * Passages that support facts near the things that a question names: its linked keys and the terms of the vocabulary in it, all
 * names of their entities included. Personalised PageRank from these things says how often a walk goes over a fact; what a fact
 * gets is divided among its evidence. Nearest first, ties by id. With the graph down the ledger is asked for the facts about the
 * keys instead.
 */
export async function graphLeg(
  { keys: reader, graph }: Dependencies,
  access: Access,
  query: LegQuery,
  faults: RecallFaults,
  signal: AbortSignal,
): Promise<readonly NearPassage[]> {
  const seeds = await findSeeds(reader, access, query);
  if (seeds.size === 0) return [];
  const near = await unlessDown('no-graph', faults, undefined, () => rankNear(graph, access, { seeds, ...WALK }, signal));
  signal.throwIfAborted();
  const facts = new Map<FactId, number>();
  if (near === undefined) {
    for (const { fact } of await reader.about(access, [...seeds.keys()], PREDICATES, PASSAGES)) facts.set(fact.id, 1);
  } else {
    let room = PASSAGES;
    const steps = near.steps.map(({ edge, share }) => ({ edge, share: share / edge.n }));
    for (const { edge, share } of steps.sort((a, b) => b.share - a.share || compareText(a.edge.fact, b.edge.fact))) {
      room -= edge.n;
      if (room < 0) break;
      facts.set(edge.fact, share);
    }
  }
  const shares = new Map<PassageId, number>();
  for (const [fact, passages] of [...(await reader.passagesOf(access, [...facts.keys()]))].sort(([a], [b]) => compareText(a, b))) {
    for (const id of passages) shares.set(id, (shares.get(id) ?? 0) + (facts.get(fact) ?? 0));
  }
  return [...shares].map(([id, share]) => ({ id, share })).sort((a, b) => b.share - a.share || compareText(a.id, b.id));
}

/** Each thing that the question names with the same share, whatever the number of its names. */
async function findSeeds(reader: KeyReader, access: Access, { text, keys }: LegQuery): Promise<ReadonlyMap<KeyId, number>> {
  const forms = findConcepts(text).flatMap(({ concept, start, end }) => [
    concept.id,
    ...[text.slice(start, end), ...concept.zh.slice(0, 1), ...concept.en.slice(0, 1)].map(fold),
  ]);
  const named = forms.length === 0 ? [] : await reader.find(access, [...new Set(forms)].sort(compareText));
  const linked = [...new Set([...keys, ...named.map(({ id }) => id)])].sort(compareText);
  const entities = await reader.entities(access, linked);
  return new Map([...entities.values()].flatMap((entity) => entity.keys.map(({ id }) => [id, 1 / entity.keys.length] as const)));
}
