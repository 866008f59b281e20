import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf, type TestDocument } from './plant.test-support.ts';

const MANUAL: TestDocument = {
  title: 'Manual of skid CWS-9',
  lines: [
    { kind: 'warning', headings: ['Transport'], text: 'WARNING: Lift at the base frame only.' },
    { kind: 'warning', headings: ['Maintenance'], text: 'WARNING: Switch the power off before any work.' },
    { kind: 'warning', headings: ['Maintenance', 'Cleaning the cooler'], text: 'WARNING: The cooler is hot.' },
    { kind: 'warning', headings: ['Maintenance', 'Replacing the mechanical seal'], text: 'WARNING: Hot water may escape.' },
    { kind: 'step', headings: ['Maintenance', 'Replacing the mechanical seal'], marker: '1', text: 'Close the suction valve.' },
    { kind: 'step', headings: ['Maintenance', 'Replacing the mechanical seal'], marker: '2', text: 'Open the drain valve.' },
    { kind: 'warning', headings: ['Maintenance'], text: 'WARNING: What stands behind is about what comes next.' },
  ],
};
const CHINESE: TestDocument = {
  title: '撬装 CWS-9 手册',
  lines: [
    { kind: 'warning', headings: ['维护'], text: '警告：作业前必须断电并挂牌。' },
    { kind: 'warning', headings: ['维护', '清洗冷却器'], text: '警告：冷却器高温。' },
    { kind: 'step', headings: ['维护', '更换机械密封'], marker: '1', text: '关闭吸入阀。' },
    { kind: 'step', headings: ['维护', '更换机械密封'], marker: '2', text: '打开排液阀。' },
  ],
};

describe('a procedure', () => {
  it.each([
    [MANUAL, 'How do I replace the mechanical seal?', ['WARNING: Switch the power off before any work.', 'WARNING: Hot water may escape.']],
    [CHINESE, '怎样更换机械密封？', ['警告：作业前必须断电并挂牌。']],
  ])('carries the warnings of its section and of the chapters it is in, and no others', async (document, question, warnings) => {
    const { content } = await answerQuestion(evidenceOf([document], []), ACCESS, { question }, new AbortController().signal);
    expect(content.decision).toBe('answered');
    expect(content.safety.map((claim) => claim.text)).toEqual(warnings);
  });

  it.each([
    ['How do I replace the wiper?', 'Replacing the wiper', ['Lift the arm.', 'Press the clip.'], 'Left arm', 'Right arm'],
    ['怎样更换刮水器？', '更换刮水器', ['抬起臂。', '按下卡扣。'], '左臂', '右臂'],
  ])(
    'has the rows between its steps, but no captions of pictures that a table holds: %s',
    async (question, title, [first, second], left, right) => {
      const row = (a: string, b: string) =>
        ({
          kind: 'table-row',
          headings: [title],
          row: [
            [left, undefined, a],
            [right, undefined, b],
          ],
        }) as const;
      const step = (marker: string, text = '') => ({ kind: 'step', headings: [title], marker, text }) as const;
      const told = async (between: ReturnType<typeof row>) => {
        const document: TestDocument = { title: 'W-7', lines: [step('1', first), between, step('2', second)] };
        const { content } = await answerQuestion(evidenceOf([document]), ACCESS, { question }, new AbortController().signal);
        return content.claims.map(({ text, marker }) => [marker, text]);
      };
      expect(await told(row(left, right))).toEqual([
        ['1', first],
        ['2', second],
      ]);
      expect(await told(row('3 mm', '4 mm'))).toHaveLength(3);
    },
  );
});
