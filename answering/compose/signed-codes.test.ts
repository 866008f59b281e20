import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf, type TestDocument } from './plant.test-support.ts';

const list = (
  title: string,
  headings: readonly string[],
  columns: readonly [string, string],
  ...rows: readonly (readonly [string, string])[]
): TestDocument => ({
  title,
  lines: [
    {
      kind: 'paragraph',
      headings: ['Changes 变更'],
      text: headings[0] === 'Codes' ? 'V3.1: new list of error codes.' : 'V3.1：新增错误码列表。',
    },
    ...rows.map(([code, means]) => ({
      kind: 'table-row' as const,
      headings,
      row: [[columns[0], 'alarm-code', code] as const, [columns[1], 'alarm-text', means] as const],
    })),
  ],
});

const EN = list(
  'Gripper protocol',
  ['Codes'],
  ['Error code', 'Meaning'],
  ['-4101', 'Finger stalled'],
  ['4102', 'Supply too low'],
  ['-4103', 'Object lost'],
);
const ZH = list('夹爪协议', ['错误码'], ['错误码', '含义'], ['-4101', '手指堵转'], ['4102', '供电电压过低'], ['-4103', '工件丢失']);

async function ask(question: string, document: TestDocument) {
  const { content } = await answerQuestion(evidenceOf([document]), ACCESS, { question }, new AbortController().signal);
  return { ...content, said: content.claims.map(({ text }) => text).join('\n') };
}

describe('a code with a sign', () => {
  it.each([
    ['What does error code -4101 mean?', EN, 'Finger stalled'],
    ['Error code −4103: what is that?', EN, 'Object lost'],
    ['错误码 -4101 是什么意思？', ZH, '手指堵转'],
    ['错误码-4103是什么意思？', ZH, '工件丢失'],
  ])('is explained by its own row: %s', async (question, document, meaning) => {
    const { decision, said } = await ask(question, document);
    expect([decision, said]).toEqual(['answered', expect.stringContaining(meaning)]);
  });

  it.each([
    ['What does error code -4109 mean?', EN],
    ['错误码 -4109 是什么意思？', ZH],
    ['What does error code -4102 mean?', EN],
    ['错误码 -4102 是什么意思？', ZH],
    ['What does error code 4101 mean?', EN],
    ['错误码 4101 是什么意思？', ZH],
    ['What does error code -410 mean?', EN],
  ])('is explained by no other row and by no line about codes: %s', async (question, document) => {
    expect((await ask(question, document)).decision).not.toBe('answered');
  });
});
