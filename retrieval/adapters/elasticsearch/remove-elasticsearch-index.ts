import { type ElasticsearchOptions, openConnection } from './connection.ts';
import { liveIndices } from './index-aliases.ts';
import { aliasesOf } from './index-layout.ts';

/** Deletes the index in use of a prefix with all that it holds; without effect when there is none. @throws FaultlineError as `openElasticsearchIndex`. */
export async function removeElasticsearchIndex(options: ElasticsearchOptions): Promise<void> {
  const connection = openConnection(options);
  try {
    await connection.ask(async (client) => {
      const live = await liveIndices(client, aliasesOf(options.prefix));
      if (live.length > 0) await client.indices.delete({ index: [...live], ignore_unavailable: true });
    });
  } finally {
    await connection.close();
  }
}
