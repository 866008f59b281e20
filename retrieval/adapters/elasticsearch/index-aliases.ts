import type { Client, estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import { FaultlineError } from '../../../kernel/index.ts';
import type { IndexIdentity } from '../../search-index.ts';
import { statusOf } from './elasticsearch-fault.ts';
import { STATE_ID, stateDocument } from './held-documents.ts';
import { type IndexAliases, identityText, indexMapping, indexName, indexSettings, ownAlias } from './index-layout.ts';
import { foreignIndex } from './run-register.ts';

const MAPPING = z.object({ _meta: z.object({ identity: z.string() }) });
const EXISTS = 'resource_already_exists_exception';
const ERROR_TYPE = z.object({ meta: z.object({ body: z.object({ error: z.object({ type: z.string() }) }) }) });

/**
 * The index in use, made where there is none; several may open at once.
 * @throws FaultlineError `conflict` when it was made for another identity; `store-unavailable` when it is not there and is only read.
 */
export async function openIndex(
  client: Client,
  prefix: string,
  aliases: IndexAliases,
  identity: IndexIdentity,
  isReadonly: boolean,
): Promise<void> {
  const [read = '', ...others] = await behind(client, aliases.read);
  const write = await behind(client, aliases.write);
  if (read === '' && write.length === 0) {
    if (isReadonly) throw new FaultlineError('store-unavailable', 'There is no search index yet; make it with `faultline reindex`.');
    await createIndex(
      client,
      indexName(prefix, identity, 0),
      identity,
      { [aliases.read]: {}, [aliases.write]: { is_write_index: true } },
      0,
    );
    return;
  }
  if (read === '' || others.length > 0 || write.length !== 1 || write[0] !== read) throw brokenAliases();
  const mappings = await client.indices.getMapping({ index: aliases.read });
  for (const { mappings: mapping } of Object.values(mappings)) {
    if (MAPPING.safeParse(mapping).data?._meta.identity !== identityText(identity)) throw foreignIndex();
  }
  if (!isReadonly) await createState(client, read, identity, 0);
}

/** Makes an index with an alias of its own and with others; one that another opener made at the same time is taken as it is. */
export async function createIndex(
  client: Client,
  index: string,
  identity: IndexIdentity,
  aliases: Record<string, estypes.IndicesAlias>,
  revision: number,
): Promise<void> {
  try {
    await client.indices.create({
      index,
      aliases: { [ownAlias(index)]: {}, ...aliases },
      settings: indexSettings(),
      mappings: indexMapping(identity),
    });
  } catch (error) {
    if (ERROR_TYPE.safeParse(error).data?.meta.body.error.type !== EXISTS) throw error;
    for (const alias of Object.keys(aliases)) {
      if (!(await client.indices.existsAlias({ index, name: alias }))) throw brokenAliases();
    }
  }
  await createState(client, index, identity, revision);
}

/** Names of the indices behind the aliases; none before the first is made. */
export async function liveIndices(client: Client, { read, write }: IndexAliases): Promise<readonly string[]> {
  return [...new Set([...(await behind(client, read)), ...(await behind(client, write))])].sort();
}

async function behind(client: Client, alias: string): Promise<readonly string[]> {
  try {
    return Object.keys(await client.indices.getAlias({ name: alias }));
  } catch (error) {
    if (statusOf(error) === 404) return [];
    throw error;
  }
}

/** Lets the aliases go from whatever they name to another index and deletes the former, in one step for all readers and writers. */
export async function switchAliases(client: Client, aliases: IndexAliases, index: string): Promise<void> {
  const former = (await liveIndices(client, aliases)).filter((name) => name !== index);
  await client.indices.updateAliases({
    actions: [
      ...former.map((name) => ({ remove_index: { index: name } })),
      { add: { index, alias: aliases.read } },
      { add: { index, alias: aliases.write, is_write_index: true } },
    ],
  });
}

async function createState(client: Client, index: string, identity: IndexIdentity, revision: number): Promise<void> {
  const state = { identity: identityText(identity), revision, pending: [], discarded: [], fenced: [] };
  try {
    await client.create({
      index: ownAlias(index),
      require_alias: true,
      id: STATE_ID,
      document: stateDocument(state),
      refresh: true,
    });
  } catch (error) {
    if (statusOf(error) !== 409) throw error;
  }
}

function brokenAliases(): FaultlineError {
  return new FaultlineError('conflict', 'The aliases of the search index do not name one index; make it anew with `faultline reindex`.');
}
