import { setImmediate } from 'node:timers/promises';
import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import { readHeld } from './held-documents.ts';
import { ownAlias } from './index-layout.ts';
import { settleRuns } from './index-state.ts';
import { passageDocument, readPassageDocument } from './passage-document.ts';
import { readDocuments } from './read-documents.ts';
import { changeState, deleteRuns } from './run-register.ts';

type Ask = <T>(work: (client: Client) => Promise<T>) => Promise<T>;

const OWNER = z.object({ unit: z.string(), run: z.string() });

/**
 * A line a kind of disagreement: passages left of runs that are not seen, passages seen twice, lengths and terms that are not
 * those of the tokens. Postings follow the documents in Lucene itself. Reads all passages.
 */
export async function examineIndex(ask: Ask, alias: string, identity: string, mend: boolean): Promise<readonly string[]> {
  const { index, ...held } = await ask((client) => readHeld(client, alias));
  const own = ownAlias(index);
  const left = [...held.state.discarded];
  const leftovers = await ask(async (client) =>
    left.length === 0
      ? 0
      : (await client.count({ index: own, query: { bool: { filter: [{ term: { type: 'passage' } }, { terms: { run: left } }] } } })).count,
  );
  const twice: string[] = [];
  const unsound: { readonly id: string; readonly document: string }[] = [];
  let last = '';
  for await (const { id, source } of readDocuments(ask, own, identity)) {
    const { passage, isSound } = readPassageDocument(source);
    const { unit, run } = OWNER.parse(source);
    if (passage.id === last) twice.push(id);
    else if (!isSound) unsound.push({ id, document: passageDocument(passage, unit, run) });
    last = passage.id;
    await setImmediate();
  }
  if (mend) {
    await ask(async (client) => {
      if (left.length > 0) {
        await deleteRuns(client, index, left);
        await changeState(client, { index, ...held }, (state) => settleRuns(state, left, left));
      }
      for (const id of twice) await client.delete({ index: own, id });
      for (const { id, document } of unsound) {
        await client.update({ index: own, id, require_alias: true, doc: JSON.parse(document) });
      }
      await client.indices.refresh({ index: own });
    });
  }
  return [
    { what: 'passages left of what was replaced', rows: leftovers },
    { what: 'passages held twice', rows: twice.length },
    { what: 'passages whose length or terms are not those of their tokens', rows: unsound.length },
  ]
    .filter(({ rows }) => rows > 0)
    .map(({ what, rows }) => `${rows} ${what}`);
}
