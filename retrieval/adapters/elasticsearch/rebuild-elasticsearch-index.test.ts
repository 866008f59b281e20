import { expect, test, vi } from 'vitest';
import type { Embedder } from '../../../kernel/index.ts';
import { ALL, NO_DIGEST, signal, unitOf } from '../../../kernel/ports/projection.test-support.ts';
import { openHashedEmbedder } from '../../../models/hashed-embedder.test-support.ts';
import { describeServers } from '../../../tools/services/describe-servers.test-support.ts';
import { followIndex, rebuildElasticsearchIndex } from '../../index.ts';
import { CONTRACT_IDENTITY, find, passage, stream } from '../../search-index.test-support.ts';
import { indicesOf, openTestIndex, withClient } from './elasticsearch.test-support.ts';
import { aliasesOf } from './index-layout.ts';

vi.setConfig({ testTimeout: 120_000 });

const NEXT = { ...CONTRACT_IDENTITY, analyser: 'next' };

describeServers('elasticsearch rebuild', ({ elasticsearch: { url } }) => {
  test('an index that is made anew is not seen until it is put in place, and searches find it without a gap', async () => {
    const { index, prefix, close } = openTestIndex(url);
    try {
      const [old, made] = [passage('a', 'old', '泵体'), passage('a', 'made', '泵体')];
      await index.replace(unitOf('a'), 3, stream([old]));
      const before = await index.revision();
      const rebuild = await rebuildElasticsearchIndex({ url, prefix }, CONTRACT_IDENTITY);
      try {
        await rebuild.index.replace(unitOf('a'), 3, stream([made]));
        expect(await find(index, { tokens: ['泵体'] })).toEqual([old.id]);
        expect(await find(rebuild.index, { tokens: ['泵体'] })).toEqual([made.id]);
        const found = new Set<string>();
        let isOver = false;
        const asking = (async () => {
          while (!isOver) found.add((await find(index, { tokens: ['泵体'] })).join());
        })();
        await rebuild.putInPlace();
        isOver = true;
        await asking;
        expect([...found].filter((ids) => ids !== old.id && ids !== made.id)).toEqual([]);
      } finally {
        await rebuild.close();
      }
      expect(await find(index, { tokens: ['泵体'] })).toEqual([made.id]);
      expect(await index.revision()).toBeGreaterThan(before);
      expect(await withClient(url, (client) => indicesOf(client, prefix))).toEqual([
        expect.stringMatching(/-l1-contract-contract-d192-[0-9a-f]{8}-e1$/),
      ]);
      await index.replace(unitOf('a'), 4, stream([old]));
      expect(await find(index, { tokens: ['泵体'] })).toEqual([old.id]);
    } finally {
      await close();
    }
  });

  test('an index of another analyser or embedding is refused, not mixed, also when it takes the place of one in use', async () => {
    const { index, prefix, close } = openTestIndex(url);
    const next = openTestIndex(url, { prefix, identity: NEXT });
    const conflict = expect.objectContaining({ code: 'conflict' });
    try {
      await index.replace(unitOf('a'), 1, stream([passage('a', 'one', '泵体')]));
      await expect(next.index.revision()).rejects.toThrow(conflict);
      const rebuild = await rebuildElasticsearchIndex({ url, prefix }, NEXT);
      await rebuild.putInPlace();
      await rebuild.close();
      expect(await next.index.digest(unitOf('a'))).toBe(NO_DIGEST);
      await expect(index.candidates(ALL, { exact: ['X'], n: 5 }, signal())).rejects.toThrow(conflict);
      await expect(index.replace(unitOf('a'), 2, stream([]))).rejects.toThrow(conflict);
      await expect(index.revision()).rejects.toThrow(conflict);
    } finally {
      await next.index.close();
      await close();
    }
  });

  test('an index that is followed is asked with the vectors that it was made with, before and after it was made anew', async () => {
    const [former, wanted] = [openHashedEmbedder(32), openHashedEmbedder(48)];
    const identityOf = ({ model, dimension, centre }: Embedder) => ({ analyser: 'same', model, dimension, centre });
    const { index, prefix, close } = openTestIndex(url, { identity: identityOf(former) });
    const written = async (embedder: Embedder) => {
      const [vector = new Float32Array(0)] = await embedder.embed(['轴承磨损'], signal());
      return stream([passage('a', 'one', '轴承磨损', { vector })]);
    };
    const of = (embedder: Embedder) => ({
      questions: embedder,
      passages: embedder,
      open: () => openTestIndex(url, { prefix, identity: identityOf(embedder) }).index,
    });
    const followed = followIndex([of(wanted), of(former)]);
    const ask = async () => {
      const [vector = new Float32Array(0)] = await followed.questions.embed(['轴承'], signal());
      return [followed.questions.model, await followed.index.candidates(ALL, { vector, n: 1 }, signal())];
    };
    try {
      await index.replace(unitOf('a'), 1, await written(former));
      await index.flush();
      const { id } = passage('a', 'one', '');
      expect(await ask()).toEqual([former.model, [id]]);
      const rebuild = await rebuildElasticsearchIndex({ url, prefix }, identityOf(wanted));
      await rebuild.index.replace(unitOf('a'), 1, await written(wanted));
      expect(await ask()).toEqual([former.model, [id]]);
      await rebuild.putInPlace();
      await rebuild.close();
      expect(await ask()).toEqual([wanted.model, [id]]);
    } finally {
      await followed.index.close();
      await close();
    }
  });

  test('a replacement that was under way when the index was made anew fails and leaves nothing behind', async () => {
    const { index, prefix, close } = openTestIndex(url);
    try {
      await index.flush();
      async function* interrupted() {
        yield passage('a', '1', '泵体');
        const rebuild = await rebuildElasticsearchIndex({ url, prefix }, CONTRACT_IDENTITY);
        await rebuild.putInPlace();
        await rebuild.close();
        yield passage('a', '2', '泵体');
      }
      await expect(index.replace(unitOf('a'), 1, interrupted())).rejects.toMatchObject({ code: 'store-unavailable' });
      expect(await find(index, { tokens: ['泵体'] })).toEqual([]);
      expect((await withClient(url, (client) => indicesOf(client, prefix))).length).toBe(1);
      await index.replace(unitOf('a'), 1, stream([passage('a', '1', '泵体')]));
      expect(await find(index, { tokens: ['泵体'] })).toEqual([passage('a', '1', '').id]);
    } finally {
      await close();
    }
  });

  test('a rebuild that is given up leaves nothing behind', async () => {
    const { index, prefix, close } = openTestIndex(url);
    try {
      await index.replace(unitOf('a'), 1, stream([passage('a', '1', '泵体')]));
      const rebuild = await rebuildElasticsearchIndex({ url, prefix }, NEXT);
      await rebuild.index.replace(unitOf('a'), 1, stream([passage('a', '2', '泵体')]));
      await rebuild.close();
      expect((await withClient(url, (client) => indicesOf(client, prefix))).length).toBe(1);
      expect(await find(index, { tokens: ['泵体'] })).toEqual([passage('a', '1', '').id]);
    } finally {
      await close();
    }
  });

  test('aliases that were changed by hand are refused, and a rebuild sets them right', async () => {
    const { index, prefix, close } = openTestIndex(url);
    const again = openTestIndex(url, { prefix });
    try {
      await index.flush();
      const { write } = aliasesOf(prefix);
      await withClient(url, async (client) => client.indices.deleteAlias({ index: (await indicesOf(client, prefix)).join(), name: write }));
      await expect(again.index.revision()).rejects.toMatchObject({ code: 'conflict' });
      const rebuild = await rebuildElasticsearchIndex({ url, prefix }, CONTRACT_IDENTITY);
      await rebuild.putInPlace();
      await rebuild.close();
      expect(await again.index.digest(unitOf('a'))).toBe(NO_DIGEST);
      expect((await withClient(url, (client) => indicesOf(client, prefix))).length).toBe(1);
    } finally {
      await again.index.close();
      await close();
    }
  });
});
