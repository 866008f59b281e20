import type { Access, KeyId } from '../../../kernel/index.ts';
import type { Edge, NeighbourQuery } from '../../graph-store.ts';
import { buildAdjacency, edgesAtKey, readableSources } from './adjacency.ts';
import type { GraphReader } from './graph-reader.ts';
import type { OpenExchange, Snapshot, SnapshotExchange } from './snapshot-exchange.ts';

/** Pages of the file whose edges a snapshot takes in in the time in which the file answers for one key (measured: 0.03 ms). */
const PAGES_A_KEY = 2;

export type EdgesAt = (key: KeyId, query: Omit<NeighbourQuery, 'keys'>) => readonly Edge[];

/** A connection of its own with a read transaction open, so that what it reads is one state of the file. */
export interface StillReader {
  readonly reader: GraphReader;
  close(): void;
}

/**
 * Answers from the file until that has cost as much as a snapshot would have; then a snapshot is made beside and answers three
 * times as fast for as long as the file stays as it is. So a graph that changes all the time, or of which little is asked, is
 * never copied, and all in all the work is never more than twice that of the better way. Both ways say the same.
 * Of the snapshots of one state that threads made, all come to hold that of the first thread, so that memory is spent once.
 */
export class SnapshotCache {
  readonly #reader: GraphReader;
  readonly #openStill: (() => StillReader) | undefined;
  readonly #end = new AbortController();
  readonly #exchange: SnapshotExchange | undefined;
  #held: Snapshot | undefined;
  #keysAsked = 0;
  #building: Promise<void> | undefined;
  #failure: { readonly cause: unknown } | undefined;

  /** Without `openStill` (a database in memory has one connection) the file itself is always asked. */
  constructor(reader: GraphReader, openStill: (() => StillReader) | undefined, openExchange?: OpenExchange) {
    this.#reader = reader;
    this.#openStill = openStill;
    this.#exchange = openExchange?.((snapshot) => this.#take(snapshot));
  }

  /** How to read the edges of so many keys. @throws what ended the making or taking of a snapshot. */
  edgesFor(access: Access, keys: number): EdgesAt {
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) throw failure.cause;
    if (this.#held?.revision !== this.#reader.revision()) this.#held = undefined;
    if (this.#held === undefined) {
      this.#count(keys);
      return (key, query) => this.#reader.edgesAt(access, key, query);
    }
    const { adjacency } = this.#held;
    const readable = readableSources(adjacency, access);
    return (key, query) => edgesAtKey(adjacency, readable, key, query);
  }

  /** Resolves when no snapshot is being made. */
  async settled(): Promise<void> {
    await this.#building;
  }

  close(): void {
    this.#end.abort();
    this.#exchange?.close();
  }

  #take(offered: Snapshot): void {
    if (this.#end.signal.aborted) return;
    try {
      if (offered.revision !== this.#reader.revision()) return;
    } catch (cause) {
      this.#failure = { cause };
      return;
    }
    if (this.#isBetter(offered)) this.#held = offered;
    else if (this.#held !== undefined && this.#held.maker < offered.maker) this.#exchange?.offer(this.#held);
  }

  #isBetter({ revision, maker }: Snapshot): boolean {
    return this.#held?.revision !== revision || maker < this.#held.maker;
  }

  #count(keys: number): void {
    this.#keysAsked += keys;
    if (this.#openStill === undefined || this.#building !== undefined) return;
    if (this.#keysAsked * PAGES_A_KEY < this.#reader.pages()) return;
    this.#keysAsked = 0;
    this.#building = this.#build(this.#openStill);
  }

  async #build(openStill: () => StillReader): Promise<void> {
    try {
      const { reader, close } = openStill();
      try {
        const adjacency = await buildAdjacency(reader, this.#end.signal);
        const made = { revision: reader.revision(), maker: this.#exchange?.maker ?? 0, adjacency };
        if (this.#isBetter(made)) {
          this.#held = made;
          this.#exchange?.offer(made);
        }
      } finally {
        close();
      }
    } catch (cause) {
      if (!this.#end.signal.aborted) this.#failure = { cause };
    } finally {
      this.#building = undefined;
    }
  }
}
