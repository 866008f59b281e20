import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf, type TestDocument } from './plant.test-support.ts';

const step = (heading: string, at: number, text: string) => ({ kind: 'step', headings: [heading], marker: String(at + 1), text }) as const;
const manual = (title: string, heading: string, steps: readonly string[], more: Partial<TestDocument> = {}): TestDocument => ({
  title,
  lines: steps.map((text, at) => step(heading, at, text)),
  ...more,
});
const ENGLISH = manual('Manual of gearbox G-401', 'Changing the oil of G-401', [
  'Open drain plug DP-41 and let the oil run out.',
  'Wait 20 minutes.',
  'Tighten the drain plug to 45 N·m.',
  'Fill oil up to the mark.',
]);
const CHINESE = manual('G-401 齿轮箱手册', '更换 G-401 齿轮箱油', [
  '打开放油塞 DP-41，放净油。',
  '等待 20 分钟。',
  '将放油塞拧紧至 60 N·m。',
  '加油至油位标记。',
]);
const SITE = manual('Site instruction for G-401', 'Oil change of G-401', [
  'Let the oil of G-401 run out.',
  'Tighten the drain plug of G-401 to 50 N·m.',
]);
const SAME = manual('Site instruction for G-401', 'Oil change of G-401', [
  'Let the oil of G-401 run out.',
  'Tighten the drain plug to 45 N·m.',
]);
const FOREIGN = manual('Manual of gearbox G-402', 'Changing the oil of G-402', [
  'Open the drain plug of G-402.',
  'Tighten the drain plug to 90 N·m.',
]);

async function answer(documents: readonly TestDocument[], question: string) {
  const { content } = await answerQuestion(evidenceOf(documents), ACCESS, { question }, new AbortController().signal);
  return content;
}

const said = (content: Awaited<ReturnType<typeof answer>>) =>
  content.conflicts.map(({ winner, other, text }) => [content.citations[winner]?.quote, content.citations[other]?.quote, text]);

describe('a step with a quantity that another document states otherwise', () => {
  it.each([
    ['How do I change the oil of G-401?', 'Tighten the drain plug to 45 N·m.', '将放油塞拧紧至 60 N·m。'],
    ['怎样更换 G-401 的齿轮箱油？', '将放油塞拧紧至 60 N·m。', 'Tighten the drain plug to 45 N·m.'],
  ])('comes with the other value and its source, whatever the language of either: %s', async (question, own, other) => {
    const content = await answer([ENGLISH, CHINESE], question);
    expect(content.decision).toBe('answered');
    expect(said(content)).toEqual([[own, other, other]]);
    expect(content.claims.map(({ text }) => text)).not.toContain(other);
  });

  it('is held against another wording of the same language', async () => {
    const content = await answer([ENGLISH, SITE], 'How do I change the oil of G-401?');
    expect(said(content).map(([, , text]) => text)).toEqual([expect.stringMatching(/45|50/)]);
  });

  it.each([
    ['the documents agree', SAME],
    ['the other document is about another machine', FOREIGN],
  ])('stands alone where %s', async (_, other) => {
    const content = await answer([ENGLISH, other], 'How do I change the oil of G-401?');
    expect([content.decision, content.conflicts]).toEqual(['answered', []]);
  });

  it('is held against the row of a table, and the newer document goes first', async () => {
    const row = {
      kind: 'table-row',
      headings: ['Tightening torques of G-401'],
      row: [
        ['Part', 'component', 'Drain plug'],
        ['Torque', 'torque', '55 N·m'],
      ],
    } as const;
    const sheet: TestDocument = { title: 'Data sheet of G-401', effective: Date.UTC(2025, 1, 1), lines: [row] };
    const content = await answer([{ ...ENGLISH, effective: Date.UTC(2020, 1, 1) }, sheet], 'How do I change the oil of G-401?');
    const [[first = '', other = ''] = []] = said(content);
    expect(first).toContain('55 N·m');
    expect(other).toBe('Tighten the drain plug to 45 N·m.');
  });

  it('is the same answer whatever the order of the documents', async () => {
    const question = 'How do I change the oil of G-401?';
    expect(await answer([CHINESE, SITE, ENGLISH], question)).toEqual(await answer([ENGLISH, SITE, CHINESE], question));
  });
});
