import { describe, expect, it } from 'vitest';
import { answerQuestion } from './answer-question.ts';
import type { Line } from './compose/lay-out.test-support.ts';
import { ACCESS, evidenceOf } from './compose/plant.test-support.ts';

const row = (headings: readonly string[], ...cells: readonly (readonly [string, string])[]): Line => ({
  kind: 'table-row',
  headings,
  row: cells.map(([column, words]) => [column, undefined, words] as const),
});
const paragraph = (headings: readonly string[], text: string): Line => ({ kind: 'paragraph', headings, text });

const LOOM: readonly Line[] = [
  row(['Loom models', 'Reeds'], ['Model', 'Minor'], ['Reed width', '1.2 m at most']),
  row(['Loom models', 'Reeds'], ['Model', 'Major'], ['Reed width', '2.4 m at most']),
  paragraph(['Loom modes', 'Warp mode'], 'Warp mode lifts the threads one by one.'),
  paragraph(['Loom modes', 'Weft mode'], 'Weft mode lifts all threads at once.'),
  paragraph(['Loom care'], 'The frame is oiled with linseed oil.'),
];
const CHINESE: readonly Line[] = [
  paragraph(['织机模式', '经纱模式'], '经纱模式逐根提起纱线。'),
  paragraph(['织机模式', '纬纱模式'], '纬纱模式同时提起全部纱线。'),
  paragraph(['织机保养'], '机架用亚麻油保养。'),
];

async function ask(question: string, lines: readonly Line[]) {
  const plant = evidenceOf([{ title: lines === CHINESE ? '织机手册' : 'Loom guide', uri: 'loom/guide.md', lines }]);
  // All texts are near in meaning: words alone tell.
  const one = new Float32Array([1]);
  const evidence = { ...plant, embedder: { ...plant.embedder, embed: async (texts: readonly string[]) => texts.map(() => one) } };
  const { content } = await answerQuestion(evidence, ACCESS, { question }, new AbortController().signal);
  return { ...content, said: content.claims.map(({ text }) => text) };
}

describe('a question for a difference', () => {
  it.each([
    ['What is the difference in reed width between the Minor and the Major?', LOOM, ['Minor', '1.2 m'], ['Major', '2.4 m']],
    ['What is the difference between warp mode and weft mode?', LOOM, ['warp mode', 'one by one'], ['weft mode', 'at once']],
    ['经纱模式和纬纱模式有什么区别？', CHINESE, ['经纱模式', '逐根'], ['纬纱模式', '全部纱线']],
  ])('is answered with both sides, each under its name: %s', async (question, lines, ...sides) => {
    const { decision, claims, citations } = await ask(question, lines);
    expect(decision).toBe('answered');
    for (const [name, words] of sides) {
      const claim = claims.find(({ text }) => text.includes(words ?? ''));
      expect(claim?.text.slice(0, claim.text.search(/[:：]/u))).toContain(name);
      expect(citations[claim?.citations[0] ?? -1]?.quote).toContain(words);
      expect(claim?.verdict).toBe('supported');
    }
  });

  it.each([
    ['What is the difference between warp mode and satin mode?', LOOM],
    ['What is the difference in reed width between the Minor and the Maxi?', LOOM],
    ['经纱模式和缎纹模式有什么区别？', CHINESE],
  ])('is not answered for one side alone: %s', async (question, lines) => {
    const { decision, said } = await ask(question, lines);
    expect(decision).not.toBe('answered');
    expect(said.length).toBeGreaterThan(0);
  });
});
