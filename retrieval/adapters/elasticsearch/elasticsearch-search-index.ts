import type { Client } from '@elastic/elasticsearch';
import { type Digest, digestAsyncLines, FaultlineError, type PassageId, untilAborted } from '../../../kernel/index.ts';
import { fitting } from '../../fitting.ts';
import { passageLine } from '../../passage-line.ts';
import type { IndexIdentity, OpenedIndex, SearchIndex } from '../../search-index.ts';
import { type Connection, type ElasticsearchOptions, openConnection, type RequestOptions } from './connection.ts';
import { examineIndex } from './examine-index.ts';
import { openIndex } from './index-aliases.ts';
import { aliasesOf, type IndexAliases, identityText } from './index-layout.ts';
import { readPassageDocument } from './passage-document.ts';
import { readDocuments, readUnits, type StoredDocument } from './read-documents.ts';
import { runLegs, seeState, type View } from './run-legs.ts';
import { beginRun, cleanOlder, deleteRuns, publish } from './run-register.ts';
import { cosineLeg, exactLeg, idOf, nearLeg, rankHits, type SearchLeg, wordsLeg } from './search-leg.ts';
import { writePassages } from './write-passages.ts';

/** Passages whose cosines are asked for in one search. */
const COSINES_A_SEARCH = 1_000;

/** A search index on a server; `close` ends the connections. */
export interface ElasticsearchSearchIndex extends OpenedIndex {
  close(): Promise<void>;
}

export interface ElasticsearchIndexOptions extends ElasticsearchOptions {
  /** Never makes an index, and is only read. */
  readonly readonly?: boolean;
}

/**
 * The port on Elasticsearch 9 (Basic licence). Opening asks nothing of the server: the first use connects, and makes the index
 * where there is none, so that a server which is down at the start is found when it is back.
 * Passages of a replacement are written under a run and seen from the one write that publishes it (see `IndexState`); what was
 * written is found by every reader after `flush`, and by this one at once. Ranks are by the reader's own statistics, exact in
 * every way asked.
 * @throws FaultlineError from every method: `conflict` when the index was made for another identity; `store-unavailable` when the
 * server is down, slow, full or without the index; `busy`; `invalid-configuration` for credentials that are not accepted;
 * `storage-failed` for documents that cannot be read.
 */
export function openElasticsearchIndex(options: ElasticsearchIndexOptions, identity: IndexIdentity): ElasticsearchSearchIndex {
  const { prefix, readonly: isReadonly = false } = options;
  const aliases = aliasesOf(prefix);
  return searchIndexOn(openConnection(options), aliases, identity, (connection) =>
    connection.ask((client) => openIndex(client, prefix, aliases, identity, isReadonly)),
  );
}

/** The port over some aliases; `prepare` is run before the first use, and again until it succeeds. */
export function searchIndexOn(
  connection: Connection,
  aliases: IndexAliases,
  identity: IndexIdentity,
  prepare: (connection: Connection) => Promise<void>,
): ElasticsearchSearchIndex {
  const name = identityText(identity);
  const view: View = { alias: aliases.read, identity: name, excluded: [] };
  let isDirty = false;
  let revision = 0;
  let preparing: Promise<void> | undefined;
  let refreshing: Promise<void> | undefined;
  let turn: Promise<void> = Promise.resolve();

  /** After a failure the index is looked for again, since it may have been deleted. */
  async function ask<T>(work: (client: Client, options: RequestOptions) => Promise<T>, signal?: AbortSignal): Promise<T> {
    try {
      return await connection.ask(work, signal);
    } catch (error) {
      if (error instanceof FaultlineError && error.code === 'store-unavailable') preparing = undefined;
      throw error;
    }
  }

  /** All replacements change one document: those of one process do so one after the other. */
  function inTurn<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const result = turn.then(() => ask(work));
    turn = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }

  async function ready(): Promise<void> {
    preparing ??= prepare(connection);
    try {
      await preparing;
    } catch (error) {
      preparing = undefined;
      throw error;
    }
  }

  /** What this index wrote is searchable when it returns; what others wrote is since their own flush. */
  async function upToDate(): Promise<void> {
    await ready();
    while (isDirty || refreshing !== undefined) {
      refreshing ??= refresh().finally(() => {
        refreshing = undefined;
      });
      await refreshing;
    }
  }

  async function refresh(): Promise<void> {
    isDirty = false;
    try {
      await ask((client) => client.indices.refresh({ index: aliases.write }));
    } catch (error) {
      isDirty = true;
      throw error;
    }
  }

  async function replace(...[unit, generation, batches]: Parameters<SearchIndex['replace']>): Promise<void> {
    await ready();
    const claim = await inTurn((client) => beginRun(client, aliases.write, name, unit, generation));
    if (claim === undefined) return;
    isDirty = true;
    const isWhole = await writePassages(ask, claim, batches);
    const published = isWhole ? await inTurn((client) => publish(client, claim)) : undefined;
    isDirty = true;
    await inTurn((client) =>
      published === undefined ? deleteRuns(client, claim.index, [claim.key]) : cleanOlder(client, claim, published.held, published.givenUp),
    );
  }

  async function search(access: Parameters<SearchIndex['candidates']>[0], where: object, legs: readonly SearchLeg[], signal: AbortSignal) {
    signal.throwIfAborted();
    await untilAborted(upToDate(), signal);
    return ask((client, options) => runLegs({ client, options }, view, { access, where }, legs), signal);
  }

  return {
    replace,
    drop: (unit, generation) => replace(unit, generation, nothing()),
    async flush() {
      isDirty = true;
      await upToDate();
    },
    async *held() {
      await upToDate();
      yield* readUnits(ask, aliases.read);
    },
    async examine(mend) {
      await upToDate();
      return examineIndex(ask, aliases.write, name, mend);
    },
    async revision() {
      await upToDate();
      const seen = await ask((client, options) => seeState({ client, options }, { index: aliases.read }, name));
      revision = Math.max(revision, seen.revision);
      return revision;
    },
    async digest(unit): Promise<Digest> {
      await upToDate();
      return digestAsyncLines(lines(readDocuments(ask, aliases.read, name, unit.id)));
    },
    async candidates(access, { words, exact = [], vector, where = {}, n }, signal) {
      const legs = [
        ...(exact.length === 0 ? [] : [exactLeg(exact, n)]),
        ...(words === undefined || words.gains.size === 0 ? [] : [wordsLeg(words, n)]),
        ...(vector === undefined || vector.every((value) => value === 0) ? [] : [nearLeg(fitting(vector, identity), n)]),
      ];
      if (n === 0 || legs.length === 0 || access.grants.length === 0) {
        signal.throwIfAborted();
        return [];
      }
      const hits = await search(access, where, legs, signal);
      return [...new Set(legs.flatMap((leg, at) => rankHits(leg, hits[at] ?? [], Number.POSITIVE_INFINITY) ?? []))];
    },
    async cosines(access, vector, ids, signal) {
      const asked = [...new Set(ids)];
      const legs: SearchLeg[] = [];
      for (let start = 0; start < asked.length; start += COSINES_A_SEARCH) {
        legs.push(cosineLeg(fitting(vector, identity), asked.slice(start, start + COSINES_A_SEARCH)));
      }
      if (legs.length === 0) {
        signal.throwIfAborted();
        return new Map<PassageId, number>();
      }
      const hits = await search(access, {}, legs, signal);
      return new Map(legs.flatMap((leg, at) => (hits[at] ?? []).map((hit) => [idOf(hit), leg.scoreOf(hit)] as const)));
    },
    async check() {
      await ready();
      await ask((client, options) => seeState({ client, options }, { index: aliases.read }, name));
    },
    close: () => connection.close(),
  };
}

async function* lines(documents: AsyncIterable<StoredDocument>): AsyncGenerator<string> {
  for await (const { source } of documents) yield passageLine(readPassageDocument(source).passage);
}

async function* nothing(): AsyncGenerator<never> {}
