import { describe, expect, it } from 'vitest';
import { answerQuestion } from './answer-question.ts';
import { ACCESS, evidenceOf } from './compose/plant.test-support.ts';

const evidence = evidenceOf([
  {
    title: 'Specifications',
    uri: 'Kestrel/specifications.md',
    lines: [{ kind: 'paragraph', headings: ['Arm'], text: 'The reach of the arm is 900 mm.' }],
  },
  {
    title: '规格',
    uri: '蓝鲸/规格.md',
    lines: [{ kind: 'paragraph', headings: ['机组'], text: '机组的重量为 120 kg。' }],
  },
]);
const ask = async (...questions: readonly string[]) => {
  const request = { question: questions.at(-1) ?? '', history: questions.slice(0, -1) };
  return (await answerQuestion(evidence, ACCESS, request, new AbortController().signal)).content;
};

describe('the answer to a follow-up', () => {
  it.each([
    ['Is the kestrel allowed outdoors?', 'how do I mount the wall bracket?', 'kestrel: how do I mount the wall bracket?'],
    ['蓝鲸能放在室外吗', '进气滤网怎么清洗', '蓝鲸：进气滤网怎么清洗'],
  ])('is of the product that documents are about, whatever form its name has: %s', async (first, second, understood) => {
    const { resolution } = await ask(first, second);
    expect(resolution?.question).toBe(understood);
    expect(resolution?.kept.map(({ kind }) => kind)).toEqual(['product']);
  });

  it('asks back what is meant, and says nothing, where two things may be', async () => {
    const content = await ask('What is the difference between P-101 and P-102?', 'how heavy is it?');
    expect(content.decision).toBe('clarify');
    expect(content.candidates).toEqual([{ text: 'P-101' }, { text: 'P-102' }]);
    expect([content.claims, content.citations]).toEqual([[], []]);
    expect(content.missing).toContain('which of them is meant');
  });

  it('asks what it is about, in the language of the question, where nothing was spoken of', async () => {
    const { decision, candidates, missing } = await ask('它怎么修？');
    expect([decision, candidates, missing]).toEqual(['clarify', [], '从前面的问题看不出所问的是什么，请写明。']);
  });
});
