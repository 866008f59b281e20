import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Embedder } from '../kernel/index.ts';
import { ALL, signal, unitOf } from '../kernel/ports/projection.test-support.ts';
import { openHashedEmbedder } from '../models/hashed-embedder.test-support.ts';
import { replaceSearchIndex } from './adapters/sqlite/replace-search-index.ts';
import { openSqliteSearchIndex } from './adapters/sqlite/sqlite-search-index.ts';
import { followIndex, type IndexOfModel } from './followed-index.ts';
import { passage, stream } from './search-index.test-support.ts';

const WANTED = openHashedEmbedder(48);
const FORMER = openHashedEmbedder(32);
const TEXTS = ['轴承磨损', 'bearing worn'] as const;

const identityOf = ({ model, dimension, centre }: Embedder) => ({ analyser: 'same', model, dimension, centre });
const modelOf = (path: string, embedder: Embedder): IndexOfModel => ({
  questions: embedder,
  passages: embedder,
  open: () => openSqliteSearchIndex(path, identityOf(embedder)),
});

async function passagesBy(embedder: Embedder) {
  const vectors = await embedder.embed(TEXTS, signal());
  return TEXTS.map((text, at) => passage('m', String(at), text, { vector: vectors[at] ?? new Float32Array(0) }));
}

async function fill(path: string, embedder: Embedder): Promise<void> {
  const index = openSqliteSearchIndex(path, identityOf(embedder));
  await index.replace(unitOf('m'), 1, stream(await passagesBy(embedder)));
  index.close();
}

/** Follows an index of the former model, which is then made anew with the wanted one. */
async function withFollowed(
  body: (followed: ReturnType<typeof followIndex>, makeAnew: (embedder?: Embedder) => Promise<void>) => Promise<void>,
) {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-followed-'));
  const [live, next] = [join(folder, 'search.db'), join(folder, 'next.db')];
  await fill(live, FORMER);
  const followed = followIndex([modelOf(live, WANTED), modelOf(live, FORMER)]);
  try {
    await body(followed, async (embedder = WANTED) => {
      await fill(next, embedder);
      await replaceSearchIndex(next, live);
    });
  } finally {
    await followed.index.close();
    rmSync(folder, { recursive: true });
  }
}

describe('an index that is followed from one embedder to another', () => {
  const ask = async ({ index, questions }: ReturnType<typeof followIndex>, text: string) => {
    const [vector = new Float32Array(0)] = await questions.embed([text], signal());
    return index.candidates(ALL, { vector, n: 1 }, signal());
  };

  it('is asked with the vectors that it was made with, and with the wanted ones from the first question after it was made anew', () =>
    withFollowed(async (followed, makeAnew) => {
      const [first] = await passagesBy(FORMER);
      expect(followed.questions.model).toBe(FORMER.model);
      expect(await ask(followed, '轴承磨损')).toEqual([first?.id]);
      await makeAnew();
      expect(await ask(followed, '轴承磨损')).toEqual([first?.id]);
      expect([followed.questions, followed.passages].map(({ model, dimension }) => [model, dimension])).toEqual([
        [WANTED.model, 48],
        [WANTED.model, 48],
      ]);
      expect(await followed.index.revision()).toBeGreaterThan(0);
    }));

  it('refuses vectors of the former one that are still under way as busy, for search and for what is written', () =>
    withFollowed(async (followed, makeAnew) => {
      const [early = new Float32Array(0)] = await followed.questions.embed(['轴承'], signal());
      const written = (async function* () {
        const [vector = new Float32Array(0)] = await followed.passages.embed(['密封'], signal());
        await makeAnew();
        await followed.questions.embed(['轴承'], signal());
        yield passage('n', '1', '密封', { vector });
      })();
      await followed.index.replace(unitOf('n'), 1, written);
      await expect(followed.index.candidates(ALL, { vector: early, n: 1 }, signal())).rejects.toMatchObject({ code: 'busy' });
      await expect(followed.index.cosines(ALL, early, [], signal())).rejects.toMatchObject({ code: 'busy' });
      const [late = new Float32Array(0)] = await followed.passages.embed(['密封'], signal());
      expect(await followed.index.candidates(ALL, { vector: late, n: 9 }, signal())).toHaveLength(2);
      await followed.index.replace(unitOf('n'), 1, stream([passage('n', '1', '密封', { vector: late })]));
      expect(await followed.index.candidates(ALL, { vector: late, n: 9 }, signal())).toHaveLength(3);
    }));

  it('refuses an index that is of none of the models, at its opening and afterwards', () =>
    withFollowed(async (followed, makeAnew) => {
      await makeAnew(openHashedEmbedder(16));
      await expect(followed.index.candidates(ALL, { exact: ['P101'], n: 1 }, signal())).rejects.toMatchObject({ code: 'conflict' });
      await makeAnew();
      expect(await ask(followed, '轴承磨损')).toHaveLength(1);
    }));
});
