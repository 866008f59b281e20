import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf, type TestDocument } from './plant.test-support.ts';

const NEVER = new AbortController().signal;
const FORMS = {
  en: {
    title: 'C-515 compressor manual',
    columns: ['Bolt', 'Tightening torque'],
    rows: [
      ['Cover bolts', '25 N·m'],
      ['Foundation bolts', '60 N·m'],
      ['Oil filter', '18 N·m'],
    ],
    all: 'What are the tightening torques of the bolts of C-515?',
    one: 'What is the tightening torque of the foundation bolts of C-515?',
  },
  zh: {
    title: 'C-515 压缩机手册',
    columns: ['螺栓', '拧紧力矩'],
    rows: [
      ['端盖螺栓', '25 N·m'],
      ['地脚螺栓', '60 N·m'],
      ['油滤', '18 N·m'],
    ],
    all: 'C-515 各螺栓的拧紧力矩是多少？',
    one: 'C-515 地脚螺栓的拧紧力矩是多少？',
  },
} as const;

describe.each(['en', 'zh'] as const)('rows of a table that a question asks for alike, in %s', (language) => {
  const { title, columns, rows, all, one } = FORMS[language];
  const table: TestDocument = {
    title,
    lines: rows.map(([part, torque]) => ({
      kind: 'table-row',
      headings: [title],
      row: [
        [columns[0], 'component', part],
        [columns[1], 'torque', torque],
      ],
    })),
  };
  const said = async (question: string) => {
    const { content } = await answerQuestion(evidenceOf([table]), ACCESS, { question }, NEVER);
    return { decision: content.decision, torques: rows.map(([, torque]) => content.claims.some(({ text }) => text.includes(torque))) };
  };

  it('are told together, without those of other things', async () => {
    expect(await said(all)).toEqual({ decision: 'answered', torques: [true, true, false] });
  });

  it('are not where one is asked for by its name', async () => {
    expect(await said(one)).toEqual({ decision: 'answered', torques: [false, true, false] });
  });
});
