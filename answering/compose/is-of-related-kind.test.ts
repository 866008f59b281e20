import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf, type TestDocument } from './plant.test-support.ts';

const PUMPS: TestDocument = {
  title: 'Circulation pumps 循环泵',
  lines: [
    {
      kind: 'table-row',
      headings: ['Data 数据'],
      row: [
        ['Parameter', 'parameter', 'Motor rated current'],
        ['P-101A', 'value', '41.2 A'],
      ],
    },
    {
      kind: 'table-row',
      headings: ['Data 数据'],
      row: [
        ['参数', 'parameter', '电机额定电流'],
        ['P-101A', 'value', '41.2 A'],
      ],
    },
    {
      kind: 'paragraph',
      headings: ['Drives 驱动'],
      text: 'P-101A is driven by M-101A, which VFD-101A feeds. P-101A 由 M-101A 驱动，VFD-101A 为其供电。',
    },
  ],
};

async function ask(question: string) {
  const { content } = await answerQuestion(evidenceOf([PUMPS]), ACCESS, { question }, new AbortController().signal);
  return { decision: content.decision, said: content.claims.map(({ text }) => text).join('\n') };
}

describe('a value that a row gives for a machine of another kind in the asked train', () => {
  it.each(['What is the rated current of VFD-101A?', 'VFD-101A 的额定电流是多少？'])('answers nothing: %s', async (question) => {
    const { decision, said } = await ask(question);
    expect(decision, said).not.toBe('answered');
  });

  it.each(['What is the rated current of M-101A?', 'M-101A 的额定电流是多少？', 'What is the rated current of P-101A?'])(
    'is the answer where the letters of the code may stand for that kind, or the row names the code: %s',
    async (question) => {
      expect(await ask(question)).toEqual({ decision: 'answered', said: expect.stringContaining('41.2 A') });
    },
  );
});
