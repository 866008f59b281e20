import { type Access, compareText, type KeyId, type Predicate } from '../kernel/index.ts';
import { compareEdges } from './cap-edges.ts';
import type { Edge, GraphStore } from './graph-store.ts';

export interface NearQuery {
  /** Where the walk starts, and starts again: keys with their shares, each above 0; they are taken as parts of their sum. */
  readonly seeds: ReadonlyMap<KeyId, number>;
  readonly predicates?: readonly Predicate[];
  /** Chance that the walk starts again at each step, between 0 and 1. */
  readonly restart: number;
  /** Precision: the rank of a key is at most this times its degree (1 without facts) below the true one. Below 1. */
  readonly tolerance: number;
  /** Edges read at most; what has been ranked by then is given. */
  readonly edges: number;
}

export interface NearKeys {
  /** Shares of a random walk's time, above 0, highest first, ties by id; with `left` they add up to 1. */
  readonly ranks: readonly { readonly key: KeyId; readonly share: number }[];
  /** Steps that the walk takes over each fact, as far as it was followed: highest first, ties in the order of edges. */
  readonly steps: readonly { readonly edge: Edge; readonly share: number }[];
  /** Share that was not followed up, because it is too thin to matter or because of the cap. */
  readonly left: number;
  /** True when the cap on edges ended the ranking, so that `tolerance` does not hold. */
  readonly truncated: boolean;
}

/**
 * Keys by how near they are to some others: personalised PageRank by pushing residuals (Andersen, Chung and Lang, "Local Graph
 * Partitioning using PageRank Vectors", FOCS 2006, with a walk that is not lazy), facts followed in either direction.
 * A key is followed up only while its residual is at least `tolerance` times its degree, so what is read does not grow with the
 * graph, and a hub spreads what it gets only when it got much. Degrees count what the reader may read, since `neighbours` gives
 * nothing else. One round trip asks for the keys with the largest residuals. The same on every store.
 * @throws the signal's reason.
 */
export async function rankNear(store: GraphStore, access: Access, query: NearQuery, signal: AbortSignal): Promise<NearKeys> {
  const push = new Push(query);
  let read = 0;
  for (;;) {
    signal.throwIfAborted();
    push.settle();
    const { keys, degree } = push.unread();
    if (keys.length === 0 || read >= query.edges) return push.result(keys.length > 0);
    const { edges } = await store.neighbours(
      access,
      {
        keys,
        direction: 'both',
        caps: { fanOut: degree + 1, nodes: Number.MAX_SAFE_INTEGER, edges: Number.MAX_SAFE_INTEGER },
        ...(query.predicates === undefined ? {} : { predicates: query.predicates }),
      },
      signal,
    );
    read += edges.length;
    push.learn(keys, edges, degree);
  }
}

/** What is known of the edges of a key: all their other ends, or that there are more than could matter so far. */
type Known = { readonly kind: 'whole'; readonly ends: readonly End[] } | { readonly kind: 'more-than'; readonly degree: number };

interface End {
  readonly edge: Edge;
  readonly key: KeyId;
}

class Push {
  readonly #query: NearQuery;
  readonly #share = new Map<KeyId, number>();
  readonly #residual = new Map<KeyId, number>();
  readonly #known = new Map<KeyId, Known>();
  readonly #steps = new Map<string, { readonly edge: Edge; share: number }>();
  /** Keys whose residual or edges changed since they were last looked at. */
  #touched = new Set<KeyId>();

  constructor(query: NearQuery) {
    this.#query = query;
    const seeds = [...query.seeds].sort(([a], [b]) => compareText(a, b));
    const total = seeds.reduce((sum, [, share]) => sum + share, 0);
    for (const [key, share] of seeds) this.#give(key, share / total);
  }

  /** Spreads every residual that is large enough for a degree that is known. */
  settle(): void {
    const waiting = new Set<KeyId>();
    while (this.#touched.size > 0) {
      const sweep = [...this.#touched].sort(compareText);
      this.#touched = new Set();
      for (const key of sweep) {
        const known = this.#known.get(key);
        if (known?.kind !== 'whole') waiting.add(key);
        else if ((this.#residual.get(key) ?? 0) >= this.#query.tolerance * known.ends.length) this.#spread(key, known.ends);
      }
    }
    this.#touched = waiting;
  }

  /** Keys to ask for next, and the largest degree with which any of them would be spread; those with much less wait. */
  unread(): { readonly keys: readonly KeyId[]; readonly degree: number } {
    const { tolerance } = this.#query;
    const wanted = [...this.#touched].filter((key) => {
      const known = this.#known.get(key);
      const least = known?.kind === 'more-than' ? known.degree + 1 : 1;
      return (this.#residual.get(key) ?? 0) >= tolerance * least;
    });
    const largest = Math.max(0, ...wanted.map((key) => this.#residual.get(key) ?? 0));
    this.#touched = new Set(wanted);
    const keys = wanted.filter((key) => (this.#residual.get(key) ?? 0) > largest / 2).sort(compareText);
    return { keys, degree: Math.floor(largest / tolerance) };
  }

  learn(keys: readonly KeyId[], edges: readonly Edge[], degree: number): void {
    const ends = new Map<KeyId, End[]>(keys.map((key) => [key, []]));
    for (const edge of edges) {
      ends.get(edge.from)?.push({ edge, key: edge.to });
      if (edge.from !== edge.to) ends.get(edge.to)?.push({ edge, key: edge.from });
    }
    for (const [key, others] of ends) {
      this.#known.set(key, others.length <= degree ? { kind: 'whole', ends: others } : { kind: 'more-than', degree });
      this.#touched.add(key);
    }
  }

  result(truncated: boolean): NearKeys {
    const ranks = [...this.#share].map(([key, share]) => ({ key, share })).sort((a, b) => b.share - a.share || compareText(a.key, b.key));
    const left = [...this.#residual].sort(([a], [b]) => compareText(a, b)).reduce((sum, [, share]) => sum + share, 0);
    const steps = [...this.#steps.values()].sort((a, b) => b.share - a.share || compareEdges(a.edge, b.edge));
    return { ranks, steps, left, truncated };
  }

  #spread(key: KeyId, ends: readonly End[]): void {
    const residual = this.#residual.get(key) ?? 0;
    if (residual === 0) return;
    this.#residual.delete(key);
    // A walk that can go nowhere stays.
    const kept = ends.length === 0 ? 1 : this.#query.restart;
    this.#share.set(key, (this.#share.get(key) ?? 0) + kept * residual);
    const given = ((1 - kept) * residual) / ends.length;
    for (const end of ends) {
      this.#give(end.key, given);
      const step = this.#steps.get(end.edge.fact) ?? { edge: end.edge, share: 0 };
      step.share += given;
      this.#steps.set(end.edge.fact, step);
    }
  }

  #give(key: KeyId, share: number): void {
    this.#residual.set(key, (this.#residual.get(key) ?? 0) + share);
    this.#touched.add(key);
  }
}
