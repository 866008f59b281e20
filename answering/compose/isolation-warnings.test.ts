import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf, type TestDocument } from './plant.test-support.ts';

const LOCKOUT: TestDocument = {
  title: 'Lockout of skid CWS-9',
  revision: '2',
  effective: Date.UTC(2024, 1, 1),
  lines: [
    point('P-101B', 'HV-1011B', 'Suction line'),
    point('P-101B', 'MCC-1/F03', 'Switch room'),
    { kind: 'warning', headings: ['Isolating'], text: 'WARNING: The emergency stop does not isolate.' },
    { kind: 'warning', headings: ['Transport'], text: 'WARNING: Lift at the base frame only.' },
  ],
};
const LOCKOUT_ZH: TestDocument = {
  title: '撬装 CWS-9 上锁挂牌规程',
  revision: '2',
  effective: Date.UTC(2024, 1, 1),
  lines: [
    {
      kind: 'table-row',
      headings: ['隔离点', 'P-101B 的隔离点'],
      row: [
        ['位号', 'asset', 'HV-1011B'],
        ['位置', 'location', '吸入管'],
        ['隔离状态', 'status', '关闭，上锁'],
      ],
    },
    { kind: 'warning', headings: ['隔离'], text: '警告：急停不能作为隔离。' },
  ],
};

function point(machine: string, tag: string, place: string): TestDocument['lines'][number] {
  return {
    kind: 'table-row',
    headings: ['Isolation points', `Isolation points of ${machine}`],
    row: [
      ['Tag', 'asset', tag],
      ['Location', 'location', place],
      ['Position', 'position', 'Closed, padlocked'],
    ],
  };
}

async function answer(documents: readonly TestDocument[], question: string) {
  const { content } = await answerQuestion(evidenceOf(documents), ACCESS, { question }, new AbortController().signal);
  return content;
}

describe('an answer that tells how to isolate', () => {
  it.each([
    [LOCKOUT, 'How do I isolate P-101B before work?', 'HV-1011B', 'The emergency stop does not isolate'],
    [LOCKOUT_ZH, 'P-101B 检修前怎么隔离？', 'HV-1011B', '急停不能作为隔离'],
  ])('carries the warnings that the document gives for isolating', async (document, question, point, warning) => {
    const content = await answer([document], question);
    expect(content.decision).toBe('answered');
    expect(content.claims.map((claim) => claim.text).join('\n')).toContain(point);
    expect(content.safety.map((claim) => claim.text).join('\n')).toContain(warning);
  });

  it('leaves out warnings that are about something else', async () => {
    const content = await answer([LOCKOUT], 'How do I isolate P-101B before work?');
    expect(content.safety.map((claim) => claim.text).join('\n')).not.toContain('Lift at the base frame');
  });
});
