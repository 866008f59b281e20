import { expect, test, vi } from 'vitest';
import { ALL, signal, unitOf } from '../../../kernel/ports/projection.test-support.ts';
import { describeServers } from '../../../tools/services/describe-servers.test-support.ts';
import { find, ids, passage, sorted, stream, weighed } from '../../search-index.test-support.ts';
import { openMemorySearchIndex } from '../memory/memory-search-index.ts';
import { openTestIndex, withClient } from './elasticsearch.test-support.ts';
import { aliasesOf } from './index-layout.ts';

vi.setConfig({ testTimeout: 120_000 });

const many = (name: string, count: number) => Array.from({ length: count }, (_, at) => passage('a', `${name}${at}`, '泵体'));

describeServers('elasticsearch with several writers and readers', ({ elasticsearch: { url } }) => {
  test('a reader sees a unit as it was or as it is now, never some of both, however often others flush', async () => {
    const { index: writer, prefix, close } = openTestIndex(url);
    const { index: reader } = openTestIndex(url, { prefix });
    const { index: flusher } = openTestIndex(url, { prefix });
    try {
      const sets = new Map(Array.from({ length: 5 }, (_, at) => [at + 1, many(`g${at}-`, 300)]));
      await writer.replace(unitOf('a'), 1, stream(sets.get(1) ?? []));
      await writer.flush();
      let isOver = false;
      const allowed = new Set([...sets.values()].map((set) => ids(set).join()));
      const seen = new Set<string>();
      const revisions: number[] = [];
      const reading = (async () => {
        while (!isOver) {
          seen.add(sorted(await reader.candidates(ALL, { words: weighed(['泵体']), n: 1000 }, signal())).join());
          revisions.push(await reader.revision());
        }
      })();
      const flushing = (async () => {
        while (!isOver) await flusher.flush();
      })();
      async function* slowly(set: readonly ReturnType<typeof passage>[]) {
        for (const [at, one] of set.entries()) {
          if (at % 100 === 0) await flusher.flush();
          yield { ...one, tokens: [...one.tokens, ...Array.from({ length: 2_000 }, (_, word) => `filler${word}`)] };
        }
      }
      for (const [generation, set] of sets) if (generation > 1) await writer.replace(unitOf('a'), generation, slowly(set));
      isOver = true;
      await Promise.all([reading, flushing]);
      expect([...seen].filter((set) => !allowed.has(set))).toEqual([]);
      expect(seen.size).toBeGreaterThan(1);
      expect(revisions).toEqual(revisions.toSorted((left, right) => left - right));
    } finally {
      await reader.close();
      await flusher.close();
      await close();
    }
  });

  test('what was cut off is not seen, neither in place of what was there nor beside it', async () => {
    const { index, close } = openTestIndex(url);
    try {
      const before = many('before', 3);
      await index.replace(unitOf('a'), 1, stream(before));
      const digest = await index.digest(unitOf('a'));
      async function* broken() {
        for (const one of many('after', 2_000))
          yield { ...one, tokens: [...one.tokens, ...Array.from({ length: 500 }, (_, at) => `w${at}`)] };
        throw new Error('the process died here');
      }
      await expect(index.replace(unitOf('a'), 2, broken())).rejects.toThrow('died here');
      await index.flush();
      expect(sorted(await find(index, { tokens: ['泵体'], n: 5000 }))).toEqual(ids(before));
      expect(await index.digest(unitOf('a'))).toBe(digest);
      await index.drop(unitOf('a'), 2);
      expect(await find(index, { tokens: ['泵体'] })).toEqual([]);
      expect(await index.examine(false)).toEqual([]);
    } finally {
      await close();
    }
  });

  test('a writer that another took over changes nothing, even when it goes on writing after the other has ended', async () => {
    const { index, prefix, close } = openTestIndex(url);
    const { index: other } = openTestIndex(url, { prefix });
    try {
      const [mine, theirs] = [many('mine', 5), many('theirs', 4)];
      async function* overtaken() {
        yield* mine.slice(0, 3);
        await other.replace(unitOf('a'), 1, stream(theirs));
        yield* mine.slice(3);
      }
      await index.replace(unitOf('a'), 1, overtaken());
      expect(sorted(await find(index, { tokens: ['泵体'] }))).toEqual(ids(theirs));
      expect(await index.examine(true)).toEqual([]);
      expect(sorted(await find(other, { tokens: ['泵体'] }))).toEqual(ids(theirs));
    } finally {
      await other.close();
      await close();
    }
  });

  test('many writers at once leave what they would leave one after the other', async () => {
    const { index, prefix, close } = openTestIndex(url);
    const others = Array.from({ length: 3 }, () => openTestIndex(url, { prefix }).index);
    const memory = openMemorySearchIndex();
    try {
      const units = Array.from({ length: 12 }, (_, at) => `u${at}`);
      const of = (unit: string, generation: number) => [
        passage(unit, `${generation}`, `泵体 ${generation}`),
        passage(unit, 'same', '轴承'),
      ];
      await Promise.all(
        [index, ...others].flatMap((one) =>
          units.map(async (unit) => {
            for (const generation of [1, 3, 2]) await one.replace(unitOf(unit), generation, stream(of(unit, generation)));
          }),
        ),
      );
      for (const unit of units) {
        await memory.replace(unitOf(unit), 3, stream(of(unit, 3)));
        expect(await index.digest(unitOf(unit))).toBe(await memory.digest(unitOf(unit)));
      }
      expect(await index.examine(false)).toEqual([]);
      expect(await find(index, { tokens: ['轴承'], n: 100 })).toEqual(await find(memory, { tokens: ['轴承'], n: 100 }));
    } finally {
      for (const one of others) await one.close();
      await close();
    }
  });

  test('a passage that the server refuses is named, and nothing of its unit is shown', async () => {
    const { index, close } = openTestIndex(url);
    try {
      const [good, bad] = [passage('a', 'good', '泵体'), passage('a', 'bad', '泵体', { vector: new Float32Array([1, 0]) })];
      await expect(index.replace(unitOf('a'), 1, stream([good, bad]))).rejects.toMatchObject({
        code: 'internal',
        message: expect.stringMatching(new RegExp(`${bad.id} of ${bad.versionId}`)),
      });
      expect(await find(index, { tokens: ['泵体'] })).toEqual([]);
    } finally {
      await close();
    }
  });

  test('what was changed by hand is named and mended', async () => {
    const { index, prefix, close } = openTestIndex(url);
    try {
      const passages = many('p', 3);
      await index.replace(unitOf('a'), 1, stream(passages));
      const digest = await index.digest(unitOf('a'));
      expect(await index.examine(true)).toEqual([]);
      await withClient(url, async (client) => {
        const { read: alias } = aliasesOf(prefix);
        const { hits } = await client.search({ index: alias, query: { term: { type: 'passage' } } });
        const [first, second] = hits.hits;
        const index = first?._index ?? '';
        await client.update({ index, id: first?._id ?? '', doc: { length: 77 } });
        await client.index({ index, id: 'copy', document: second?._source, refresh: true });
      });
      expect(await index.examine(true)).toEqual([
        '1 passages held twice',
        '1 passages whose length or terms are not those of their tokens',
      ]);
      expect(await index.examine(false)).toEqual([]);
      expect(await index.digest(unitOf('a'))).toBe(digest);
    } finally {
      await close();
    }
  });
});
