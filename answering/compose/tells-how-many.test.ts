import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf, type TestDocument } from './plant.test-support.ts';

const TORQUES: TestDocument = {
  title: 'Press handbook 压机手册',
  lines: [
    {
      kind: 'table-row',
      headings: ['Torques 力矩'],
      row: [
        ['Fastener', 'component', 'Casing bolts'],
        ['Thread', 'value', 'M16'],
        ['Torque', 'torque', '185 N·m'],
      ],
    },
    {
      kind: 'table-row',
      headings: ['Torques 力矩'],
      row: [
        ['紧固件', 'component', '泵壳螺栓'],
        ['螺纹', 'value', 'M16'],
        ['力矩', 'torque', '185 N·m'],
      ],
    },
  ],
};
const paragraph = (text: string): TestDocument => ({ title: 'Press guide 压机指南', lines: [{ kind: 'paragraph', headings: [''], text }] });

async function ask(question: string, document: TestDocument) {
  const { content } = await answerQuestion(evidenceOf([document]), ACCESS, { question }, new AbortController().signal);
  return { decision: content.decision, said: content.claims.map(({ text }) => text).join('\n') };
}

describe('a question how many there are', () => {
  it.each([
    ['How many casing bolts are there?', TORQUES],
    ['泵壳螺栓有几颗？', TORQUES],
    ['How many casing bolts are there?', paragraph('The casing bolts are tightened to 185 N·m in a crosswise sequence.')],
    ['泵壳螺栓有多少颗？', paragraph('泵壳螺栓按对角顺序拧紧至 185 N·m。')],
  ])('is not answered by what tells something else of them: %s', async (question, document) => {
    const { decision, said } = await ask(question, document);
    expect(decision, said).not.toBe('answered');
  });

  it.each([
    ['How many casing bolts are there?', 'There are 8 casing bolts.', '8'],
    ['How many casing bolts are there?', 'There are eight casing bolts.', 'eight'],
    ['泵壳螺栓有几颗？', '泵壳螺栓有 8 颗。', '8'],
    ['泵壳螺栓有几颗？', '泵壳螺栓有八颗。', '八颗'],
  ])('is answered by their number, in figures and in words: %s %s', async (question, text, number) => {
    const { decision, said } = await ask(question, paragraph(text));
    expect([decision, said]).toEqual(['answered', expect.stringContaining(number)]);
  });
});
