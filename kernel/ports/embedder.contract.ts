import { describe, expect, test } from 'vitest';
import type { Embedder } from './embedder.ts';

export interface EmbedderPlace {
  readonly embedder: Embedder;
  close(): void | Promise<void>;
}

const TEXTS = [
  '机械密封泄漏，更换 O 形圈。',
  'Mechanical seal leaks; replace the O-ring.',
  '泵',
  'Tighten the coupling bolts of the pump P-101A crosswise to 45 N·m, then check the alignment again.',
] as const;
const never = () => new AbortController().signal;

/** What every embedder has to give, and to whom never more than that. */
export function embedderContract(name: string, open: () => EmbedderPlace | Promise<EmbedderPlace>): void {
  const withEmbedder = (body: (embedder: Embedder) => Promise<void>) => async () => {
    const { embedder, close } = await open();
    try {
      await body(embedder);
    } finally {
      await close();
    }
  };

  describe(`embedder contract: ${name}`, () => {
    test(
      'gives one unit vector of its dimension for each Chinese and English text, and none of no text',
      withEmbedder(async (embedder) => {
        const vectors = await embedder.embed(TEXTS, never());
        expect(vectors).toHaveLength(TEXTS.length);
        for (const vector of vectors) {
          expect(vector).toHaveLength(embedder.dimension);
          expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
        }
        expect(await embedder.embed([], never())).toEqual([]);
      }),
    );

    test(
      'gives a text the same bytes alone, beside others, in another order and twice',
      withEmbedder(async (embedder) => {
        const together = await embedder.embed(TEXTS, never());
        const backwards = [...(await embedder.embed([...TEXTS].reverse(), never()))].reverse();
        const alone: (Float32Array | undefined)[] = [];
        for (const text of TEXTS) alone.push((await embedder.embed([text], never()))[0]);
        const [twice, again] = await embedder.embed([TEXTS[0], TEXTS[0]], never());
        expect(backwards).toEqual(together);
        expect(alone).toEqual(together);
        expect([twice, again]).toEqual([together[0], together[0]]);
        expect(together[0]).not.toEqual(together[1]);
      }),
    );

    test(
      'has no vector for a text without a word, and all others keep theirs',
      withEmbedder(async (embedder) => {
        const [full] = await embedder.embed([TEXTS[1]], never());
        const [empty, blank, beside] = await embedder.embed(['', ' \n', TEXTS[1]], never());
        for (const vector of [empty, blank]) expect(vector).toEqual(new Float32Array(embedder.dimension));
        expect(beside).toEqual(full);
      }),
    );

    test(
      'takes a long text and one of odd characters as any other',
      withEmbedder(async (embedder) => {
        const vectors = await embedder.embed(['泵 pump '.repeat(5_000), 'P-101A\u0000\ud800 𠀀 ½ €'], never());
        for (const vector of vectors) {
          expect(vector).toHaveLength(embedder.dimension);
          expect([...vector].every(Number.isFinite)).toBe(true);
        }
      }),
    );

    test(
      'says what it is: a name that is not empty, and a centre of its dimension',
      withEmbedder(async (embedder) => {
        expect(embedder.model).toMatch(/^\S+$/);
        expect(embedder.centre).toHaveLength(embedder.dimension);
      }),
    );

    test(
      'stops when it is cancelled',
      withEmbedder(async (embedder) => {
        await expect(embedder.embed(TEXTS, AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
      }),
    );
  });
}
