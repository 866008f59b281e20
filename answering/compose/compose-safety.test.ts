import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf, type TestDocument } from './plant.test-support.ts';

const step = (headings: readonly string[], marker: string, text: string) => ({ kind: 'step', headings, marker, text }) as const;
const ENGLISH: TestDocument = {
  title: 'Manual of compressor C-301',
  lines: [
    { kind: 'warning', headings: ['Isolation'], text: 'WARNING: Residual pressure. Wait 10 minutes after venting.' },
    step(['Isolation'], '1', 'Stop C-301 and lock the main switch.'),
    step(['Isolation'], '2', 'Close valve HV-301 and hang a tag.'),
    step(['Isolation'], '3', 'Vent the receiver through DV-302.'),
    step(['Start'], '1', 'Open valve HV-301.'),
  ],
};
const CHINESE: TestDocument = {
  title: '压缩机 C-301 手册',
  lines: [
    { kind: 'warning', headings: ['隔离'], text: '警告：系统内有残余压力。' },
    step(['隔离'], '1', '停止 C-301，断电并上锁挂牌。'),
    step(['隔离'], '2', '关闭进气阀 HV-301。'),
    step(['隔离'], '3', '经 DV-302 排空储气罐。'),
    step(['启动'], '1', '打开进气阀 HV-301。'),
  ],
};

describe('how to isolate a machine', () => {
  it.each([
    [ENGLISH, 'How do I isolate C-301?', 'Stop C-301 and lock the main switch.', 'Vent the receiver through DV-302.', 'Residual pressure'],
    [CHINESE, 'C-301 怎么隔离？', '停止 C-301，断电并上锁挂牌。', '经 DV-302 排空储气罐。', '残余压力'],
  ])('is told with all steps of the list, never one alone', async (document, question, first, last, warning) => {
    const { content } = await answerQuestion(evidenceOf([document], []), ACCESS, { question }, new AbortController().signal);
    expect(content.decision).toBe('answered');
    const said = content.claims.map((claim) => claim.text);
    expect(said).toHaveLength(3);
    expect([said[0], said[2]]).toEqual([first, last]);
    expect(content.safety.map((claim) => claim.text).join()).toContain(warning);
  });
});
