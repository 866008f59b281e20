import { FaultlineError } from '../../../kernel/index.ts';
import type { IndexIdentity, SearchIndex } from '../../search-index.ts';
import { type ElasticsearchOptions, openConnection } from './connection.ts';
import { searchIndexOn } from './elasticsearch-search-index.ts';
import { createIndex, liveIndices, switchAliases } from './index-aliases.ts';
import { aliasesOf, indexName, ownAlias } from './index-layout.ts';

/** More changes than an index ever sees: each time it is made anew its revisions start a multiple higher. */
const EPOCH = 2 ** 32;

/** An index that is being made beside the one in use. */
export interface ElasticsearchRebuild {
  readonly index: SearchIndex;
  /** Lets all readers and writers go over to it in one step, and deletes the former. */
  putInPlace(): Promise<void>;
  /** Ends the connections; deletes the index when it was not put in place. */
  close(): Promise<void>;
}

/**
 * Begins an index beside the one in use, which need not be readable and may be of another identity. What a rebuild that was cut
 * off has left is deleted. Two rebuilds of one index at once are not meant: the later one deletes what the earlier has made.
 * @throws FaultlineError as `openElasticsearchIndex`.
 */
export async function rebuildElasticsearchIndex(options: ElasticsearchOptions, identity: IndexIdentity): Promise<ElasticsearchRebuild> {
  const aliases = aliasesOf(options.prefix);
  const connection = openConnection(options);
  try {
    const name = await connection.ask(async (client) => {
      const live = await liveIndices(client, aliases);
      const epoch = nextEpoch(live);
      const made = indexName(options.prefix, identity, epoch);
      if (live.includes(made)) throw new FaultlineError('conflict', 'The search index was just made anew by another program; try again.');
      await client.indices.delete({ index: made, ignore_unavailable: true });
      await createIndex(client, made, identity, {}, epoch * EPOCH);
      return made;
    });
    const own = ownAlias(name);
    const index = searchIndexOn(connection, { read: own, write: own }, identity, async () => undefined);
    let isInPlace = false;
    return {
      index,
      async putInPlace() {
        await index.flush();
        await connection.ask((client) => switchAliases(client, aliases, name));
        isInPlace = true;
      },
      async close() {
        try {
          if (!isInPlace) await connection.ask((client) => client.indices.delete({ index: name, ignore_unavailable: true }));
        } finally {
          await connection.close();
        }
      },
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** The name of an index says how often it was made anew, so that one that cannot be read is replaced too. */
function nextEpoch(live: readonly string[]): number {
  return 1 + Math.max(0, ...live.map((name) => Number(/-e(\d+)$/.exec(name)?.[1] ?? 0)));
}
