import { randomUUID } from 'node:crypto';
import { Client } from '@elastic/elasticsearch';
import { type ElasticsearchSearchIndex, openElasticsearchIndex } from '../../index.ts';
import { CONTRACT_IDENTITY } from '../../search-index.test-support.ts';
import type { IndexIdentity } from '../../search-index.ts';

/** Names that no other test uses. */
function makePrefix(): string {
  return `test-${randomUUID()}`;
}

/** An index under names of its own, which are deleted when it is closed. */
export function openTestIndex(
  url: string,
  { prefix = makePrefix(), identity = CONTRACT_IDENTITY }: { readonly prefix?: string; readonly identity?: IndexIdentity } = {},
): { readonly index: ElasticsearchSearchIndex; readonly prefix: string; readonly close: () => Promise<void> } {
  const index = openElasticsearchIndex({ url, prefix }, identity);
  return {
    index,
    prefix,
    close: async () => {
      await index.close();
      await withClient(url, async (client) => deleteIndices(client, prefix));
    },
  };
}

/** Names of the indices of a prefix. */
export async function indicesOf(client: Client, prefix: string): Promise<string[]> {
  return Object.keys(await client.indices.get({ index: `${prefix}-*`, allow_no_indices: true, features: ['aliases'] })).sort();
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ node: url });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

async function deleteIndices(client: Client, prefix: string): Promise<void> {
  const names = await indicesOf(client, prefix);
  if (names.length > 0) await client.indices.delete({ index: names });
}
