import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerSchema } from '../contract/answer.ts';
import { documentQualitySchema } from '../contract/document.ts';
import { openService, type TestService } from './test-support/open-service.ts';

const table = (title: string, header: string, row: string) => `# ${title}\n\n## Torques 力矩\n\n| ${header} |\n|---|---|\n| ${row} |\n`;

let service: TestService;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

it.each([
  [
    'What is the tightening torque of the casing bolts of P-301?',
    table('Pump P-301', 'Fastener | Tightening torque', 'Casing bolts | 85 N·m'),
    table('Summary of pump P-301', 'Fastener | Tightening torque', 'Casing bolts | 95 N·m'),
    '85 N·m',
  ],
  [
    'P-402 的地脚螺栓拧紧力矩是多少？',
    table('泵 P-402', '紧固件 | 拧紧力矩', '地脚螺栓 | 60 N·m'),
    table('泵 P-402 摘要', '紧固件 | 拧紧力矩', '地脚螺栓 | 70 N·m'),
    '60 N·m',
  ],
])('goes by what people wrote where what AI generated says otherwise, whoever sent it: %s', async (question, written, summary, value) => {
  const name = question.includes('P-301') ? 'en' : 'zh';
  const generated = await service.ingest(
    `${name}-a-summary.md`,
    `${summary}\n${name === 'en' ? 'AI-generated' : '本内容由人工智能生成'}\n`,
    {
      authority: 'approved-manual',
      effective: '2026-01-01',
    },
  );
  const manual = await service.ingest(`${name}-b-manual.md`, written);
  expect([generated.authority, manual.authority]).toEqual(['generated', 'anonymous']);
  expect((await service.ask(documentQualitySchema, `/v1/documents/${generated.id}/quality`)).report?.aiGenerated).toBe(true);
  expect((await service.ask(documentQualitySchema, `/v1/documents/${manual.id}/quality`)).report?.aiGenerated).toBeUndefined();

  const { content } = await service.post(answerSchema, '/v1/answers', { question });
  expect(content.decision).toBe('answered');
  expect(content.claims[0]?.text).toContain(value);
  expect(content.conflicts.map(({ other }) => content.citations[other]?.documentId)).toEqual([generated.id]);
});
